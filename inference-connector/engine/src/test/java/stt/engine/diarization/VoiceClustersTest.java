package stt.engine.diarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stt.engine.onnx.CancellableRun;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.InferenceCancelled;

class VoiceClustersTest {

    private static final double SAME_SPEAKER = 0.6;

    private final CancelToken cancel = new CancelToken();
    private final HeardVoices heard = new HeardVoices();

    @SuppressWarnings("NullAway.Init")
    private CancellableRun run;

    @BeforeEach
    void begin() throws OrtException {
        run = new CancellableRun(cancel);
    }

    @AfterEach
    void end() {
        run.close();
    }

    private List<float[]> find(int wanted) {
        return new VoiceClusters(SAME_SPEAKER, run).find(heard.voices(), wanted);
    }

    /** Passages in which {@code people} speak in turn. */
    private void passages(int count, int people) {
        for (int i = 0; i < people; i++) {
            heard.person();
        }
        for (int i = 0; i < count; i++) {
            heard.passage(i % people);
        }
    }

    @Test
    void findsEverybodyOnce() {
        passages(60, 5);

        assertThat(find(0)).extracting(heard::nearest).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void findsAsManyAsAreAskedFor() {
        passages(60, 5);

        assertThat(find(2)).hasSize(2);
        assertThat(find(7)).hasSize(7);
    }

    @Test
    void findsNobodyInNothing() {
        assertThat(find(0)).isEmpty();
        assertThat(find(2)).isEmpty();
    }

    @Test
    void tellsAlikeVoicesApartThatAreHeardBesideEachOther() {
        int one = heard.person();
        int other = heard.personLike(one);
        for (int i = 0; i < 20; i++) {
            heard.passage(one, other);
        }

        assertThat(find(0)).extracting(heard::nearest).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void takesAlikeVoicesForOneSpeakerThatAreNeverHeardTogether() {
        int one = heard.person();
        int other = heard.personLike(one);
        for (int i = 0; i < 20; i++) {
            heard.passage(one);
            heard.passage(other);
        }

        assertThat(find(0)).hasSize(1);
    }

    @Test
    void knowsASpeakerAgainHoursLater() {
        passages(3 * VoiceClusters.BLOCK + 10, 4);

        assertThat(find(0)).extracting(heard::nearest).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(find(3)).hasSize(3);
    }

    @Test
    void boundsHowManyItComparesWhenNobodySpeaksTwice() {
        passages(3 * VoiceClusters.BLOCK, 3 * VoiceClusters.BLOCK);

        assertThat(find(0)).hasSizeLessThanOrEqualTo(VoiceClusters.BLOCK + VoiceClusters.BLOCK / 2);
    }

    @Test
    void canBeCancelledBetweenBlocks() {
        passages(2 * VoiceClusters.BLOCK, 2);
        cancel.cancel(Reason.REQUESTED);

        assertThatExceptionOfType(InferenceCancelled.class).isThrownBy(() -> find(0));
    }
}
