package stt.web.transcripts;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import stt.inference.api.Diarization;
import stt.inference.api.Transcript;

/** What speakers are called. */
final class SpeakerNames {

    private SpeakerNames() {}

    /** The contract's label of speaker {@code number}, from 1 on. */
    static String of(int number) {
        return "Speaker " + number;
    }

    /** All speakers, in order of first speech. */
    static List<String> all(Diarization diarization) {
        return IntStream.rangeClosed(1, diarization.speakers())
                .mapToObj(SpeakerNames::of)
                .toList();
    }

    /** The names to put into text: none where one speaker alone says everything. */
    static IntFunction<Optional<String>> inText(Transcript transcript) {
        boolean several = transcript.diarization().map(Diarization::speakers).orElse(0) > 1;
        return number -> several && number > 0 ? Optional.of(of(number)) : Optional.empty();
    }

    /** The speaker of each channel, empty text for one without speech; nothing unless channels were apart. */
    static List<String> ofChannels(Diarization diarization) {
        return diarization.channels().stream()
                .map(speaker -> speaker == 0 ? "" : of(speaker))
                .toList();
    }
}
