package stt.jobs;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import stt.inference.api.Beam;
import stt.inference.api.Context;
import stt.inference.api.Decoding;
import stt.inference.api.Sampling;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Thresholds;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;

/**
 * Options as the database keeps them: every value that decides what comes out, so that another node, or a later version with other
 * defaults, decodes alike. What is not there is as it is by default. A threshold that is switched off is null.
 */
final class OptionsJson {

    private static final TranscriptionOptions DEFAULT = TranscriptionOptions.DEFAULT;

    private OptionsJson() {}

    static JsonObject write(TranscriptionOptions options) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("task", text(options.task()))
                .add("word_times", options.wordTimes())
                .add("context", context(options.context()))
                .add("strategy", text(options.strategy()))
                .add("decoding", decoding(options.decoding()))
                .add("vad", vad(options.vad()))
                .add("segments", segments(options.segments()));
        options.language().ifPresent(language -> json.add("language", language));
        return json.build();
    }

    static TranscriptionOptions read(JsonObject json) {
        return new TranscriptionOptions(
                Optional.ofNullable(json.getString("language", null)),
                constant(Task.class, json.getString("task", text(DEFAULT.task()))),
                json.getBoolean("word_times"),
                json.containsKey("context") ? context(json.getJsonObject("context")) : DEFAULT.context(),
                constant(Strategy.class, json.getString("strategy", text(DEFAULT.strategy()))),
                json.containsKey("decoding") ? decoding(json.getJsonObject("decoding")) : DEFAULT.decoding(),
                json.containsKey("vad") ? vad(json.getJsonObject("vad")) : DEFAULT.vad(),
                json.containsKey("segments") ? segments(json.getJsonObject("segments")) : DEFAULT.segments());
    }

    private static JsonObjectBuilder context(Context context) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("previous_text", context.previousText());
        context.prompt().ifPresent(prompt -> json.add("prompt", prompt));
        context.hotwords().ifPresent(words -> json.add("hotwords", words));
        return json;
    }

    private static Context context(JsonObject json) {
        return new Context(
                Optional.ofNullable(json.getString("prompt", null)),
                Optional.ofNullable(json.getString("hotwords", null)),
                json.getBoolean("previous_text"));
    }

    private static JsonObjectBuilder decoding(Decoding decoding) {
        Thresholds thresholds = decoding.thresholds();
        return Json.createObjectBuilder()
                .add("beam_size", decoding.beam().size())
                .add("patience", decoding.beam().patience())
                .add("length_penalty", decoding.beam().lengthPenalty())
                .add("temperatures", Json.createArrayBuilder(decoding.sampling().temperatures()))
                .add("best_of", decoding.sampling().bestOf())
                .add("seed", decoding.sampling().seed())
                .add("compression_ratio", threshold(thresholds.compressionRatio()))
                .add("log_probability", threshold(thresholds.logProbability()))
                .add("no_speech", threshold(thresholds.noSpeech()))
                .add("repair", decoding.repair());
    }

    private static Decoding decoding(JsonObject json) {
        return new Decoding(
                new Beam(json.getInt("beam_size"), decimal(json, "patience"), decimal(json, "length_penalty")),
                new Sampling(
                        json.getJsonArray("temperatures").getValuesAs(JsonNumber::doubleValue),
                        json.getInt("best_of"),
                        json.getJsonNumber("seed").longValueExact()),
                new Thresholds(
                        threshold(json, "compression_ratio"),
                        threshold(json, "log_probability"),
                        threshold(json, "no_speech")),
                json.getBoolean("repair"));
    }

    private static JsonObjectBuilder vad(Vad vad) {
        return Json.createObjectBuilder()
                .add("on", vad.on())
                .add("threshold", vad.threshold())
                .add("min_silence_ms", vad.minSilence().toMillis())
                .add("padding_ms", vad.padding().toMillis());
    }

    private static Vad vad(JsonObject json) {
        return new Vad(
                json.getBoolean("on"),
                decimal(json, "threshold"),
                millis(json, "min_silence_ms"),
                millis(json, "padding_ms"));
    }

    private static JsonObjectBuilder segments(SegmentLimits segments) {
        return Json.createObjectBuilder()
                .add("longest_ms", segments.longest().toMillis())
                .add("characters", segments.characters());
    }

    private static SegmentLimits segments(JsonObject json) {
        return new SegmentLimits(millis(json, "longest_ms"), json.getInt("characters"));
    }

    private static JsonValue threshold(OptionalDouble value) {
        return value.isPresent() ? Json.createValue(value.getAsDouble()) : JsonValue.NULL;
    }

    private static OptionalDouble threshold(JsonObject json, String name) {
        return json.isNull(name) ? OptionalDouble.empty() : OptionalDouble.of(decimal(json, name));
    }

    private static double decimal(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static Duration millis(JsonObject json, String name) {
        return Duration.ofMillis(json.getJsonNumber(name).longValueExact());
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
