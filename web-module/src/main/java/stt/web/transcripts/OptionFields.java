package stt.web.transcripts;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stt.inference.Language;
import stt.inference.api.Context;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;
import stt.web.errors.InvalidRequest;
import stt.web.uploads.FormFields;

/** The fields that say how to transcribe: a preset, and what is given in place of its parts. */
final class OptionFields {

    private static final String VAD = "vad";
    private static final String VAD_THRESHOLD = "vad_threshold";
    private static final String VAD_SILENCE = "vad_min_silence_ms";
    private static final String VAD_PADDING = "vad_speech_pad_ms";
    private static final int LONGEST_TEXT = 4_000;
    private static final int MILLIS = 1_000;

    private OptionFields() {}

    /** @throws InvalidRequest when a field is malformed, or does not go with another */
    static TranscriptionOptions of(FormFields form) {
        TranscriptionOptions preset =
                form.choice("preset", Preset.class).orElse(Preset.BALANCED).options();
        return new TranscriptionOptions(
                language(form),
                form.choice("task", Task.class).orElse(preset.task()),
                Granularity.wordTimes(form).orElse(preset.wordTimes()),
                context(form, preset.context()),
                form.choice("strategy", Strategy.class).orElse(preset.strategy()),
                DecodingFields.of(form, preset.decoding()),
                vad(form, preset.vad()),
                segments(form, preset.segments()));
    }

    private static Optional<String> language(FormFields form) {
        return form.text("language")
                .filter(code -> !code.equalsIgnoreCase("auto"))
                .map(code -> Language.withCode(code.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new InvalidRequest(
                                "unknown_language",
                                FormFields.mustBe("language", "\"auto\" or a code that GET /v1/languages lists", code)))
                        .code());
    }

    private static Context context(FormFields form, Context preset) {
        return new Context(
                form.text("prompt", LONGEST_TEXT).or(preset::prompt),
                hotwords(form).or(preset::hotwords),
                form.flag("condition_on_previous_text").orElse(preset.previousText()));
    }

    private static Optional<String> hotwords(FormFields form) {
        form.text("hotwords", LONGEST_TEXT);
        List<String> words = form.list("hotwords");
        String joined = String.join(", ", words);
        if (joined.length() > LONGEST_TEXT) {
            throw FormFields.invalid(
                    "hotwords", "at most " + LONGEST_TEXT + " characters", joined.length() + " characters");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static Vad vad(FormFields form, Vad preset) {
        boolean on = form.flag(VAD).orElse(preset.on());
        for (String name : List.of(VAD_THRESHOLD, VAD_SILENCE, VAD_PADDING)) {
            if (!on && form.has(name)) {
                throw Conflict.of(name + " has no effect with vad=false.");
            }
        }
        return new Vad(
                on,
                form.decimal(VAD_THRESHOLD, 0.05, 0.95).orElse(preset.threshold()),
                form.whole(VAD_SILENCE, 32, 10_000).map(Duration::ofMillis).orElse(preset.minSilence()),
                form.whole(VAD_PADDING, 0, 2_000).map(Duration::ofMillis).orElse(preset.padding()));
    }

    private static SegmentLimits segments(FormFields form, SegmentLimits preset) {
        return new SegmentLimits(
                form.decimal("max_segment_length", 1, 60)
                        .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS)))
                        .orElse(preset.longest()),
                form.whole("max_segment_characters", 10, 1_000)
                        .map(Long::intValue)
                        .orElse(preset.characters()));
    }
}
