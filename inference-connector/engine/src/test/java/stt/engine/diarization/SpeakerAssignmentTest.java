package stt.engine.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerAssignmentTest {

    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    private static int[] assign(List<float[]> speakers, float[]... sounds) {
        return new SpeakerAssignment(speakers).assign(Arrays.copyOf(sounds, Powerset.VOICES));
    }

    private static float[] towards(double east, double north) {
        float[] sound = {(float) east, (float) north};
        Vectors.normalize(sound);
        return sound;
    }

    @Test
    void givesAVoiceToTheSpeakerItResemblesMost() {
        assertThat(assign(List.of(EAST, NORTH), towards(1, 2)))
                .containsExactly(1, SpeakerAssignment.NOBODY, SpeakerAssignment.NOBODY);
    }

    @Test
    void givesVoicesBesideEachOtherToDifferentSpeakers() {
        assertThat(assign(List.of(EAST, NORTH), towards(3, 1), towards(2, 1)))
                .containsExactly(0, 1, SpeakerAssignment.NOBODY);
    }

    @Test
    void sharesASpeakerOnlyWhenThereAreTooFew() {
        assertThat(assign(List.of(EAST, NORTH), towards(3, 1), towards(2, 1), towards(1, 3)))
                .containsExactly(0, 0, 1);
        assertThat(assign(List.of(EAST), EAST, NORTH)).containsExactly(0, 0, SpeakerAssignment.NOBODY);
    }
}
