package stt.engine.whispercpp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stt.inference.api.UnsupportedLanguage;

/**
 * Which language a recording is in: the one asked for, or what its first piece sounds like. Later pieces that are clearly in
 * another language are decoded in that, as our own engine does. Not thread-safe.
 */
final class SpokenLanguage {

    /** From this probability on a piece's own language wins over the recording's. */
    private static final double SURE = 0.9;

    /** Samples of speech that are enough to tell: 3 s. */
    private static final long ENOUGH_SPEECH = 3 * 16_000;

    private final String fallback;
    private final boolean detects;
    private final Map<String, Long> spoken = new HashMap<>();
    private Optional<String> known;

    /** @throws UnsupportedLanguage when {@code model} does not know the language */
    SpokenLanguage(ModelLanguages languages, Optional<String> asked, String model) {
        asked.filter(code -> !languages.codes().contains(code)).ifPresent(code -> {
            throw new UnsupportedLanguage(code, model);
        });
        this.fallback = languages.codes().get(0);
        this.known = asked;
        this.detects = asked.isEmpty() && languages.multilingual();
    }

    /** Whether whisper.cpp is to detect the language of a piece with so many samples of speech. */
    boolean listens(long speech) {
        return detects && (known.isEmpty() || speech >= ENOUGH_SPEECH);
    }

    /** The language of pieces that are not listened to. */
    String known() {
        return known.orElse(fallback);
    }

    /** The language to decode a piece in, given what it sounds like. */
    String of(Optional<NativeLog.Detected> detected, long speech) {
        if (known.isEmpty()) {
            known = detected.map(NativeLog.Detected::code);
        }
        return detected.filter(own -> own.probability() >= SURE && speech >= ENOUGH_SPEECH)
                .map(NativeLog.Detected::code)
                .orElse(known());
    }

    /** A piece with so many samples of speech was decoded in a language. */
    void spoken(String code, long speech) {
        spoken.merge(code, speech, Long::sum);
    }

    /** Code of the language asked for, or else of the one that most of the speech is in. */
    String code() {
        return spoken.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(known());
    }
}
