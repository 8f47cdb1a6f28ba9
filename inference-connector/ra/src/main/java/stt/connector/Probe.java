package stt.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import stt.engine.SpeechModel;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceFailed;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/**
 * Tries models out: loads one, has it transcribe two seconds of real speech in a session of its own beside the pool, and
 * tells {@link Readiness} what came of it. A model that fails is tried again until it works. Thread-safe.
 */
final class Probe {

    private static final System.Logger LOG = System.getLogger(Probe.class.getName());

    /** Until the next try of a model that failed. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** The largest model from a slow disk. */
    private static final Duration LOADING = Duration.ofMinutes(15);

    /** Two seconds of speech take the largest model on one old core less than this. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final LoadedModels models;
    private final Slots slots;
    private final Readiness readiness;
    private final Executor background;
    private final Deadlines deadlines;
    private final Set<SessionRequest> underWay = ConcurrentHashMap.newKeySet();
    private final Set<SessionRequest> toTryAgain = ConcurrentHashMap.newKeySet();

    Probe(LoadedModels models, Slots slots, Readiness readiness, Executor background, Deadlines deadlines) {
        this.models = models;
        this.slots = slots;
        this.readiness = readiness;
        this.background = background;
        this.deadlines = deadlines;
    }

    /** Tries a model in the background, unless it is being tried already. */
    void start(SessionRequest request) {
        if (!underWay.add(request)) {
            return;
        }
        try {
            background.execute(() -> run(request));
        } catch (RejectedExecutionException e) {
            underWay.remove(request);
            failed(request, e);
        }
    }

    private void run(SessionRequest request) {
        try {
            if (models.get(request, LOADING) instanceof SpeechModel model) {
                transcribe(model);
            }
            readiness.succeeded(request.model());
            LOG.log(System.Logger.Level.INFO, "The model " + request.model() + " is ready");
        } catch (RuntimeException e) {
            failed(request, e);
        } finally {
            underWay.remove(request);
        }
    }

    private void transcribe(SpeechModel model) {
        Optional<String> language = Optional.of("en").filter(model.languages()::contains);
        try (Slot slot = slots.open(model)) {
            Transcript heard = slot.run(
                    AudioSource.of(ProbeSpeech.samples()),
                    TranscriptionOptions.DEFAULT.withLanguage(language),
                    RunControl.of(new CancelToken(), DEADLINE));
            if (heard.segments().isEmpty()) {
                throw new InferenceFailed(
                        "the model heard nothing in two seconds of clear speech",
                        new IllegalStateException(heard.toString()));
            }
        }
    }

    /** Without what engines say: that names files, and stays in the log. */
    private static String sentence(String model, RuntimeException why) {
        return why instanceof ModelNotInstalled || why instanceof ModelUnavailable
                ? String.valueOf(why.getMessage())
                : "The model " + model + " does not work";
    }

    private void failed(SessionRequest request, RuntimeException why) {
        if (slots.isStopping()) {
            return;
        }
        String sentence = sentence(request.model(), why);
        if (readiness.failed(request.model(), sentence)) {
            LOG.log(System.Logger.Level.WARNING, sentence, why instanceof InferenceFailed ? why : null);
        }
        if (toTryAgain.add(request)) {
            deadlines.after(PAUSE, () -> {
                toTryAgain.remove(request);
                start(request);
            });
        }
    }
}
