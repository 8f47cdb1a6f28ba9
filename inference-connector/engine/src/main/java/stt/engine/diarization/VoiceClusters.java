package stt.engine.diarization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stt.engine.onnx.CancellableRun;

/**
 * Which sounds belong to one speaker. Voices are clustered in blocks of bounded size, then the blocks' groups with each
 * other by the same measure: time grows linearly with the length of the recording, memory for it does not, and a speaker
 * keeps one number over the whole of it.
 */
final class VoiceClusters {

    /** Voices of a block: about an hour of conversation. */
    static final int BLOCK = 1_500;

    /** Frames (17 ms each) that a voice must be alone in its window to take part, where any is. */
    private static final int ENOUGH_FRAMES = 40;

    /** Seconds alone that a speaker asked for should have spoken. */
    private static final double LIGHTEST = 1;

    /** Weight of a voice that is never heard alone in its passage. */
    private static final double LEAST_SECONDS = 0.01;

    private final double sameSpeaker;
    private final CancellableRun run;

    /**
     * @param sameSpeaker mean cosine from which two groups are one speaker
     * @param run that can be cancelled between blocks
     */
    VoiceClusters(double sameSpeaker, CancellableRun run) {
        this.sameSpeaker = sameSpeaker;
        this.run = run;
    }

    /** The sounds of the speakers of {@code voices}; {@code wanted} of them where that is not 0 and as many voices are there. */
    List<float[]> find(List<PassageVoice> voices, int wanted) {
        List<VoiceGroup> reliable = reliable(voices);
        List<VoiceGroup> groups = reliable.size() <= BLOCK ? reliable : joinedByBlock(reliable);
        List<VoiceGroup> speakers = wanted > 0
                ? AverageLinkage.joinTo(groups, wanted, LIGHTEST)
                : AverageLinkage.joinSimilar(groups, sameSpeaker);
        return speakers.stream().map(VoiceGroup::centre).toList();
    }

    private List<VoiceGroup> joinedByBlock(List<VoiceGroup> voices) {
        List<VoiceGroup> groups = new ArrayList<>();
        for (int from = 0; from < voices.size(); from += BLOCK) {
            run.check();
            List<VoiceGroup> block = voices.subList(from, Math.min(voices.size(), from + BLOCK));
            groups.addAll(AverageLinkage.joinSimilar(block, sameSpeaker));
            if (groups.size() > BLOCK) {
                groups = heaviest(AverageLinkage.joinSimilar(groups, sameSpeaker));
            }
        }
        return groups;
    }

    /** Half a block at most: what was heard least is given to whoever it resembles most when speakers are assigned. */
    private static List<VoiceGroup> heaviest(List<VoiceGroup> groups) {
        return new ArrayList<>(groups.stream()
                .sorted(Comparator.comparingDouble(VoiceGroup::weight).reversed())
                .limit(BLOCK / 2)
                .toList());
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
