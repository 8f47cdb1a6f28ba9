package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import stt.engine.SpeechSession;
import stt.engine.onnx.CancellableRun;
import stt.inference.api.AudioSource;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A slot: the buffers of one decode on weights that others share. */
final class WhisperSession implements SpeechSession {

    private final WhisperModel model;
    private final WindowDecoder decoder;
    private final long stepsBefore;
    private boolean closed;

    WhisperSession(WhisperModel model, WindowDecoder decoder) {
        this.model = model;
        this.decoder = decoder;
        this.stepsBefore = decoder.steps();
    }

    @Override
    public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
        try (CancellableRun run = new CancellableRun(control.cancel())) {
            return new Transcription(model, decoder, options, control.progress()).run(audio, run);
        } catch (OrtException e) {
            control.cancel().reason().ifPresent(reason -> {
                throw new InferenceCancelled(reason);
            });
            throw new InferenceFailed("The model " + model.id() + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public long decodedSteps() {
        return decoder.steps() - stepsBefore;
    }

    /** Gives the buffers to the model's next session; a second close does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            model.giveBack(decoder);
        }
    }
}
