package stt.web.transcripts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.web.errors.InvalidRequest;
import stt.web.json.Json;
import stt.web.subtitles.Cues;
import stt.web.subtitles.Subtitles;

/** What a transcript may be answered as. */
enum ResponseFormat {
    JSON("application/json") {
        @Override
        Object render(Transcript transcript) {
            return TranscriptJson.of(transcript);
        }
    },
    TXT("text/plain;charset=UTF-8") {
        @Override
        Object render(Transcript transcript) {
            IntFunction<Optional<String>> names = SpeakerNames.inText(transcript);
            return transcript.segments().stream()
                    .map(segment -> line(segment, names.apply(segment.speaker())))
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        private static String line(Segment segment, Optional<String> name) {
            return name.map(speaker -> speaker + ": ").orElse("") + segment.text();
        }
    },
    SRT("application/x-subrip;charset=UTF-8") {
        @Override
        Object render(Transcript transcript) {
            return Subtitles.subRip(Cues.named(transcript.segments(), SpeakerNames.inText(transcript)));
        }
    },
    VTT("text/vtt;charset=UTF-8") {
        @Override
        Object render(Transcript transcript) {
            return Subtitles.webVtt(Cues.of(transcript.segments(), SpeakerNames.inText(transcript)));
        }
    };

    /** OpenAI's names: its verbose JSON has what ours always has. */
    private static final Map<String, String> ALSO = Map.of("text", "txt", "verbose_json", "json");

    private final String type;

    ResponseFormat(String type) {
        this.type = type;
    }

    /** The answer's Content-Type. */
    String type() {
        return type;
    }

    /** The answer's body: text, or a record that becomes JSON. */
    abstract Object render(Transcript transcript);

    /** The answer's body as it is sent. */
    byte[] bytes(Transcript transcript) {
        Object body = render(transcript);
        return (body instanceof String text ? text : Json.FORMAT.toJson(body)).getBytes(StandardCharsets.UTF_8);
    }

    /** The format that the field {@code response_format} names. */
    static ResponseFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(ALSO.getOrDefault(name, name)))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "invalid_response_format", "response_format must be json, txt, srt or vtt."));
    }
}
