package stt.web.transcripts;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The form of a transcription request, for the OpenAPI document alone: {@link TranscribeFields} reads it. */
@Schema(
        name = "TranscribeForm",
        type = SchemaType.OBJECT,
        requiredProperties = "file",
        properties = {
            @SchemaProperty(
                    name = "file",
                    type = SchemaType.STRING,
                    format = "binary",
                    description =
                            "The recording: MP3, WAV, FLAC, OGG, M4A, AAC, OPUS, WMA, MP4, WebM, MKV, AVI, MOV, WMV, MPG"
                                    + " or MPEG, found out from its content. At most 100 MB without a key, 500 MB with a free account, else 2"
                                    + " GB."),
            @SchemaProperty(
                    name = "model",
                    type = SchemaType.STRING,
                    defaultValue = TranscribeFields.DEFAULT_MODEL,
                    description = "An id that GET /v1/models lists."),
            @SchemaProperty(
                    name = "language",
                    type = SchemaType.STRING,
                    defaultValue = "auto",
                    description = "A code that GET /v1/languages lists, or auto to detect it."),
            @SchemaProperty(
                    name = "diarize",
                    type = SchemaType.BOOLEAN,
                    defaultValue = "true",
                    description = "Tell speakers apart: true, false, 1 or 0."),
            @SchemaProperty(
                    name = "speakers",
                    type = SchemaType.INTEGER,
                    defaultValue = "0",
                    minimum = "0",
                    maximum = "100",
                    description = "How many speakers are expected; 0 to find out."),
            @SchemaProperty(
                    name = "channels",
                    type = SchemaType.STRING,
                    defaultValue = "mix",
                    enumeration = {"mix", "split"},
                    description =
                            "split transcribes every channel apart, at most 8; each is a speaker then. mix takes them together."),
            @SchemaProperty(
                    name = "response_format",
                    type = SchemaType.STRING,
                    defaultValue = "json",
                    enumeration = {"json", "txt", "srt", "vtt", "text", "verbose_json"},
                    description = "How to answer. text is txt and verbose_json is json, as OpenAI calls them."),
            @SchemaProperty(
                    name = "callback_url",
                    type = SchemaType.STRING,
                    format = "uri",
                    maxLength = 2000,
                    description =
                            "With a key: where to send a message when the transcript has ended, signed as Standard Webhooks"
                                    + " says with the account's webhook secret. https, and an address of the public Internet, unless"
                                    + " the server's operator allows others."),
            @SchemaProperty(
                    name = "word_timestamps",
                    type = SchemaType.BOOLEAN,
                    defaultValue = "true",
                    description = "Give segments their words with times; false saves a few per cent of the time."),
            @SchemaProperty(
                    name = "timestamp_granularities",
                    type = SchemaType.STRING,
                    example = "word,segment",
                    description =
                            "OpenAI's way to say the same: word, segment or both with a comma, or a field timestamp_granularities[] for each. Segments always have times; words have them when word is named."),
            @SchemaProperty(
                    name = "task",
                    type = SchemaType.STRING,
                    defaultValue = "transcribe",
                    enumeration = {"transcribe", "translate"},
                    description =
                            "translate gives English text, whatever is spoken. Not with a model for English alone."),
            @SchemaProperty(
                    name = "prompt",
                    type = SchemaType.STRING,
                    maxLength = 4000,
                    description =
                            "Text as it could stand before the recording: names, spelling and style are taken from it. Its last 223 tokens count, fewer beside hotwords. For every piece, but only for the beginning with condition_on_previous_text or strategy=sequential."),
            @SchemaProperty(
                    name = "hotwords",
                    type = SchemaType.STRING,
                    maxLength = 4000,
                    example = "Payara, Hazelcast",
                    description = "Words to expect, separated by commas: names, terms."),
            @SchemaProperty(
                    name = "condition_on_previous_text",
                    type = SchemaType.BOOLEAN,
                    defaultValue = "false",
                    description =
                            "Tell the model what it has decoded before: steadier style and names, but errors carry on, and it is slower."),
            @SchemaProperty(
                    name = "preset",
                    type = SchemaType.STRING,
                    defaultValue = "balanced",
                    enumeration = {"fast", "balanced", "accurate"},
                    description =
                            "Options that go together; fields that are given go before them. fast: greedy, and what comes out is kept unless it is silence or a loop. balanced: greedy, and what went wrong is decoded again in other pieces. accurate: beam search with 5 texts, and temperatures up to 1 where that did not help."),
            @SchemaProperty(
                    name = "strategy",
                    type = SchemaType.STRING,
                    defaultValue = "pieces",
                    enumeration = {"pieces", "sequential"},
                    description =
                            "pieces cuts the recording at pauses and decodes pieces side by side. sequential goes through it as openai/whisper does, window after window: slower."),
            @SchemaProperty(
                    name = "temperature",
                    type = SchemaType.STRING,
                    defaultValue = "0",
                    example = "0,0.2,0.4,0.6,0.8,1",
                    description =
                            "A number from 0 to 1, or several with commas between, of which the next is tried when the thresholds reject a text. At 0 the most likely text is searched, above 0 text is drawn at random."),
            @SchemaProperty(
                    name = "seed",
                    type = SchemaType.INTEGER,
                    format = "int64",
                    defaultValue = "0",
                    minimum = "0",
                    maximum = "9007199254740991",
                    description = "Of the random numbers: the same request gives the same text."),
            @SchemaProperty(
                    name = "best_of",
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "10",
                    description =
                            "Texts that are drawn at a temperature above 0, of which the most likely is taken. 5 if left out."),
            @SchemaProperty(
                    name = "beam_size",
                    type = SchemaType.INTEGER,
                    minimum = "1",
                    maximum = "10",
                    description =
                            "Texts that are followed side by side at temperature 0. 1 if left out, 5 with preset=accurate."),
            @SchemaProperty(
                    name = "patience",
                    type = SchemaType.NUMBER,
                    defaultValue = "1",
                    minimum = "0.1",
                    maximum = "5",
                    description = "The search ends when beam_size times this many texts are complete."),
            @SchemaProperty(
                    name = "length_penalty",
                    type = SchemaType.NUMBER,
                    defaultValue = "1",
                    minimum = "0",
                    maximum = "2",
                    description = "Texts are compared by their log-probability over their length to this power."),
            @SchemaProperty(
                    name = "compression_ratio_threshold",
                    type = SchemaType.STRING,
                    example = "2.4",
                    description =
                            "A text that deflates better than this repeats itself and is rejected: 1 to 10, or none. 2.4 if left out."),
            @SchemaProperty(
                    name = "log_prob_threshold",
                    type = SchemaType.STRING,
                    example = "-1",
                    description =
                            "A text whose tokens' mean log-probability is lower is rejected: -10 to 0, or none. -1 if left out."),
            @SchemaProperty(
                    name = "no_speech_threshold",
                    type = SchemaType.STRING,
                    example = "0.6",
                    description =
                            "A rejected text is silence when the model finds no speech with a higher probability: 0 to 1, or none. 0.6 if left out."),
            @SchemaProperty(
                    name = "vad",
                    type = SchemaType.BOOLEAN,
                    defaultValue = "true",
                    description = "Decode only what sounds like speech."),
            @SchemaProperty(
                    name = "vad_threshold",
                    type = SchemaType.NUMBER,
                    defaultValue = "0.5",
                    minimum = "0.05",
                    maximum = "0.95",
                    description = "Probability from which a moment counts as speech."),
            @SchemaProperty(
                    name = "vad_min_silence_ms",
                    type = SchemaType.INTEGER,
                    defaultValue = "160",
                    minimum = "32",
                    maximum = "10000",
                    description = "A shorter silence does not end a stretch of speech, in milliseconds."),
            @SchemaProperty(
                    name = "vad_speech_pad_ms",
                    type = SchemaType.INTEGER,
                    defaultValue = "400",
                    minimum = "0",
                    maximum = "2000",
                    description = "Silence that is kept before and after speech, in milliseconds."),
            @SchemaProperty(
                    name = "max_segment_length",
                    type = SchemaType.NUMBER,
                    defaultValue = "15",
                    minimum = "1",
                    maximum = "60",
                    description = "Longest segment in seconds; longer sentences are divided at a pause or a comma."),
            @SchemaProperty(
                    name = "max_segment_characters",
                    type = SchemaType.INTEGER,
                    defaultValue = "200",
                    minimum = "10",
                    maximum = "1000",
                    description = "Longest segment in characters, divided alike.")
        })
public final class TranscribeForm {

    private TranscribeForm() {}
}
