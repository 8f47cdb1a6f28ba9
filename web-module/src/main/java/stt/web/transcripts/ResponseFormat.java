package stt.web.transcripts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.web.errors.InvalidRequest;
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
            return transcript.segments().stream().map(Segment::text).collect(Collectors.joining("\n", "", "\n"));
        }
    },
    SRT("application/x-subrip;charset=UTF-8") {
        @Override
        Object render(Transcript transcript) {
            return Subtitles.subRip(Cues.of(transcript.segments()));
        }
    },
    VTT("text/vtt;charset=UTF-8") {
        @Override
        Object render(Transcript transcript) {
            return Subtitles.webVtt(Cues.of(transcript.segments()));
        }
    };

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

    /** The format that the field {@code response_format} names. */
    static ResponseFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "invalid_response_format", "response_format must be json, txt, srt or vtt."));
    }
}
