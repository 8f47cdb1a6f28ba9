package stt.engine.diarization;

import java.util.ArrayList;
import java.util.List;

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

    /** Frames (17 ms each) that a voice must be alone in its window to take part, where any is. */
    private static final int ENOUGH_FRAMES = 40;

    /** Seconds alone that a speaker asked for should have spoken. */
    private static final double LIGHTEST = 1;

    /** Weight of a voice that is never heard alone in its passage. */
    private static final double LEAST_SECONDS = 0.01;

    private VoiceClusters() {}

    /** The sounds of the speakers of {@code voices}; {@code wanted} of them where that is not 0 and as many voices are there. */
    static List<float[]> find(List<PassageVoice> voices, int wanted) {
        List<VoiceGroup> reliable = reliable(voices);
        List<VoiceGroup> groups = new ArrayList<>();
        for (int from = 0; from < reliable.size(); from += BLOCK) {
            List<VoiceGroup> block = reliable.subList(from, Math.min(reliable.size(), from + BLOCK));
            groups.addAll(
                    reliable.size() <= BLOCK && wanted > 0 ? block : AverageLinkage.joinSimilar(block, SAME_SPEAKER));
        }
        List<VoiceGroup> speakers = wanted > 0
                ? AverageLinkage.joinTo(groups, wanted, LIGHTEST)
                : AverageLinkage.joinSimilar(groups, SAME_SPEAKER);
        return speakers.stream().map(VoiceGroup::centre).toList();
    }

    /** Voices that are heard alone long enough; else those that are heard alone; else all. */
    private static List<VoiceGroup> reliable(List<PassageVoice> voices) {
        List<PassageVoice> alone =
                voices.stream().filter(voice -> voice.seconds() > 0).toList();
        List<PassageVoice> enough = alone.stream()
                .filter(voice -> voice.soloFrames() >= ENOUGH_FRAMES)
                .toList();
        List<PassageVoice> best = enough.isEmpty() ? alone : enough;
        return (best.isEmpty() ? voices : best)
                .stream()
                        .map(voice -> voice.weighing(Math.max(LEAST_SECONDS, voice.seconds())))
                        .toList();
    }
}
