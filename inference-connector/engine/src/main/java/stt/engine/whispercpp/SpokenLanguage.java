package stt.engine.whispercpp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stt.inference.api.UnsupportedLanguage;

/**
 * Which language a recording is in: the one asked for, or what its first pieces sound like, up to the first with speech enough
 * to tell. Each detection costs another pass of the encoder. Not thread-safe.
 */
final class SpokenLanguage {

    /** Has whisper.cpp detect the language. */
    private static final String AUTO = "auto";

    /** Samples of speech that are enough: 3 s. */
    private static final long ENOUGH_SPEECH = 3 * 16_000;

    private final String fallback;
    private final Map<String, Long> heard = new HashMap<>();
    private Optional<String> settled;

    /** @throws UnsupportedLanguage when {@code model} does not know the language */
    SpokenLanguage(ModelLanguages known, Optional<String> asked, String model) {
        asked.filter(code -> !known.codes().contains(code)).ifPresent(code -> {
            throw new UnsupportedLanguage(code, model);
        });
        this.fallback = known.codes().get(0);
        this.settled = known.multilingual() ? asked : Optional.of(fallback);
    }

    /** What to tell whisper.cpp before the next piece. */
    String next() {
        return settled.orElse(AUTO);
    }

    /** A piece with so many samples of speech sounded like a language. */
    void detected(String code, long speech) {
        heard.merge(code, speech, Long::sum);
        if (speech >= ENOUGH_SPEECH) {
            settled = Optional.of(code);
        }
    }

    /** Code of the language asked for, or else of the one found; the model's first for audio without speech. */
    String code() {
        return settled.or(() -> heard.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey))
                .orElse(fallback);
    }
}
