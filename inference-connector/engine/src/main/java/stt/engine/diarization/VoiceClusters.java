package stt.engine.diarization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which sounds belong to one speaker. Voices are clustered in blocks of bounded size, then the blocks' groups with each
 * other by the same measure: time grows linearly with the length of the recording, and a speaker keeps one number over
 * the whole of it.
 */
final class VoiceClusters {

    /** Voices of a block: about an hour of conversation. */
    static final int BLOCK = 1_500;

    /** Mean cosine from which two groups are one speaker; see the decisions of this package. */
    static final double SAME_SPEAKER = 0.6;

    /** Frames (17 ms each) that a voice must be alone to take part; fewer where no voice has so many. */
    private static final int[] ENOUGH_FRAMES = {120, 60, 30, 0};

    /** Frames beyond which more of a voice does not count more. */
    private static final int MOST_FRAMES = 300;

    /** Seconds alone that a speaker asked for should have spoken. */
    private static final double LIGHTEST = 1;

    private VoiceClusters() {}

    /** The sounds of the speakers of {@code windows}; {@code wanted} of them where that is not 0 and as many voices are there. */
    static List<float[]> find(List<HeardWindow> windows, int wanted) {
        List<VoiceGroup> voices = reliable(windows);
        List<VoiceGroup> groups = new ArrayList<>();
        for (int from = 0; from < voices.size(); from += BLOCK) {
            List<VoiceGroup> block = voices.subList(from, Math.min(voices.size(), from + BLOCK));
            groups.addAll(
                    voices.size() <= BLOCK && wanted > 0 ? block : AverageLinkage.joinSimilar(block, SAME_SPEAKER));
        }
        List<VoiceGroup> speakers = wanted > 0
                ? AverageLinkage.joinTo(groups, wanted, LIGHTEST)
                : AverageLinkage.joinSimilar(groups, SAME_SPEAKER);
        return speakers.stream().map(VoiceGroup::centre).toList();
    }

    private static List<VoiceGroup> reliable(List<HeardWindow> windows) {
        List<VoiceGroup> voices = List.of();
        for (int enough : ENOUGH_FRAMES) {
            voices = windows.stream()
                    .flatMap(window -> IntStream.range(0, Powerset.VOICES)
                            .filter(voice -> window.soloFrames(voice) >= enough)
                            .boxed()
                            .flatMap(voice -> group(window, voice).stream()))
                    .toList();
            if (voices.size() >= 2) {
                break;
            }
        }
        return voices;
    }

    private static List<VoiceGroup> group(HeardWindow window, int voice) {
        float[] sound = window.sound(voice);
        double weight = Math.max(1, Math.min(MOST_FRAMES, window.soloFrames(voice))) * FrameTimes.STEP_SECONDS;
        return sound == null ? List.of() : List.of(VoiceGroup.of(sound, weight));
    }
}
