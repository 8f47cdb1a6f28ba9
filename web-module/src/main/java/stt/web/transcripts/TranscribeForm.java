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
                    enumeration = {"json", "txt", "srt", "vtt"},
                    description = "How to answer."),
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
                    description = "Give segments their words with times; false saves a few per cent of the time.")
        })
public final class TranscribeForm {

    private TranscribeForm() {}
}
