package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;
import static stt.engine.diarization.SegmentationGraph.FRAMES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stt.engine.onnx.CancellableRun;

/** The second half of a diarization, once all has been heard: which voices of which windows are one speaker. */
final class Speakers {

    /** Times that speakers' sounds are taken from the voices assigned to them, and voices assigned again. */
    private static final int REFINEMENTS = 3;

    private final Heard heard;
    private final VoiceClusters clusters;
    private final CancellableRun run;
    private final List<List<PassageVoice>> voices;

    /**
     * @param heard whose voices get sounds where they have none
     * @param sameSpeaker mean cosine from which two groups of voices are one speaker
     * @param run that can be cancelled
     */
    Speakers(Heard heard, double sameSpeaker, CancellableRun run) {
        UnheardVoices.fill(heard.windows());
        this.heard = heard;
        this.clusters = new VoiceClusters(sameSpeaker, run);
        this.run = run;
        this.voices = IntStream.range(0, heard.passages().size())
                .mapToObj(i -> PassageVoice.of(heard.passages().get(i), i))
                .toList();
    }

    /**
     * @param wanted how many speakers there are, 0 to find out
     * @throws stt.inference.api.InferenceCancelled when cancelled
     */
    HeardTimeline find(int wanted) {
        List<float[]> sounds =
                clusters.find(voices.stream().flatMap(List::stream).toList(), wanted);
        if (wanted == 0 && sounds.size() == 1 && OverlappedVoices.areHeard(heard)) {
            sounds = OverlappedVoices.twoSpeakers(heard);
        }
        for (int i = 0; i < REFINEMENTS && sounds.size() > 1; i++) {
            run.check();
            sounds = refined(sounds);
        }
        List<SpokenPassage> passages = sounds.isEmpty() ? List.of() : spoken(new SpeakerAssignment(sounds));
        return new HeardTimeline(heard, passages, sounds.size());
    }

    private List<float[]> refined(List<float[]> before) {
        SpeakerAssignment assignment = new SpeakerAssignment(before);
        List<VoiceGroup> groups = new ArrayList<>();
        before.forEach(sound -> groups.add(VoiceGroup.NONE));
        for (List<PassageVoice> passage : voices) {
            float[] @Nullable [] sounds = new float[VOICES][];
            passage.forEach(voice -> sounds[voice.voice()] = voice.sound());
            int[] speakers = assignment.assign(sounds);
            for (PassageVoice voice : passage) {
                if (voice.seconds() > 0) {
                    groups.set(
                            speakers[voice.voice()],
                            groups.get(speakers[voice.voice()]).with(voice.weighing(voice.seconds())));
                }
            }
        }
        return IntStream.range(0, before.size())
                .mapToObj(i -> groups.get(i).weight() > 0 ? groups.get(i).centre() : before.get(i))
                .toList();
    }

    private List<SpokenPassage> spoken(SpeakerAssignment assignment) {
        List<SpokenPassage> spoken = new ArrayList<>();
        int first = 0;
        for (Passage passage : heard.passages()) {
            while (heard.windows().get(first).firstFrame() + FRAMES <= passage.from()) {
                first++;
            }
            List<int[]> speakers = new ArrayList<>();
            for (int i = first;
                    i < heard.windows().size() && heard.windows().get(i).firstFrame() < passage.to();
                    i++) {
                speakers.add(assignment.assign(sounds(heard.windows().get(i), passage)));
            }
            spoken.add(new SpokenPassage(passage.to(), first, speakers));
        }
        return spoken;
    }

    private static float[] @Nullable [] sounds(HeardWindow window, Passage passage) {
        float[] @Nullable [] sounds = new float[VOICES][];
        for (int voice = 0; voice < VOICES; voice++) {
            if (PassageVoice.isHeard(window, voice, passage)) {
                sounds[voice] = PassageVoice.sound(window, voice, passage);
            }
        }
        return sounds;
    }
}
