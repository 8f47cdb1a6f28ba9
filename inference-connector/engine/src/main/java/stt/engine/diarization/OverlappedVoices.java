package stt.engine.diarization;

import java.util.ArrayList;
import java.util.List;

/**
 * Two who speak at once are two, though nothing is heard of one of them alone: then only one speaker is found among the voices
 * that are.
 */
final class OverlappedVoices {

    /** Seconds of overlap, and their part of all speech, from which they count. */
    private static final double ENOUGH_SECONDS = 1;

    private static final double ENOUGH_PART = 0.05;

    /** Weight of a voice that is hardly ever alone, in seconds. */
    private static final double LEAST_SECONDS = 0.17;

    private OverlappedVoices() {}

    /** Whether two are heard at once for long enough. */
    static boolean areHeard(Heard heard) {
        double speech = 0;
        double overlap = 0;
        for (Passage passage : heard.passages()) {
            HeardWindow window = passage.window();
            for (long frame = passage.from(); frame < passage.to(); frame++) {
                int at = (int) (frame - window.firstFrame());
                speech += window.speech(at) >= SpeechDecision.THRESHOLD ? 1 : 0;
                overlap += window.overlap(at) >= SpeechDecision.OVERLAP ? 1 : 0;
            }
        }
        return overlap * FrameTimes.STEP_SECONDS >= ENOUGH_SECONDS && overlap >= ENOUGH_PART * speech;
    }

    /** The sounds of two speakers, by the voices that windows hear beside each other; fewer when there are no such. */
    static List<float[]> twoSpeakers(Heard heard) {
        List<VoiceGroup> voices = new ArrayList<>();
        for (int i = 0; i < heard.windows().size() && voices.size() < VoiceClusters.BLOCK; i++) {
            HeardWindow window = heard.windows().get(i);
            for (int voice = 0; voice < Powerset.VOICES; voice++) {
                float[] sound = window.sound(voice);
                if (sound != null) {
                    double alone = FrameTimes.STEP_SECONDS * window.soloFrames(voice);
                    voices.add(VoiceGroup.of(sound, Math.max(LEAST_SECONDS, alone), i));
                }
            }
        }
        return AverageLinkage.joinTo(voices, 2, 0).stream()
                .map(VoiceGroup::centre)
                .toList();
    }
}
