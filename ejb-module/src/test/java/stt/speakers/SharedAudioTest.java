package stt.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import stt.inference.api.AudioSource;

class SharedAudioTest {

    /** Samples that count from 0, as many as asked for. */
    private static float[] counting(int samples) {
        float[] counting = new float[samples];
        for (int i = 0; i < samples; i++) {
            counting[i] = i;
        }
        return counting;
    }

    /** With more patience than any test needs. */
    private static SharedAudio shared(AudioSource source) {
        return new SharedAudio(source, new Patience(Duration.ofHours(1), 0));
    }

    private static long readToEnd(AudioSource audio, int blockSize) {
        float[] block = new float[blockSize];
        long samples = 0;
        for (int read = audio.read(block, 0, blockSize); read >= 0; read = audio.read(block, 0, blockSize)) {
            for (int i = 0; i < read; i++) {
                assertThat(block[i]).isEqualTo((float) samples++);
            }
        }
        return samples;
    }

    @Test
    void givesBothReadersTheWholeRecordingInOrder() {
        SharedAudio shared = shared(AudioSource.of(counting(100_000)));
        CompletableFuture<Long> followed = CompletableFuture.supplyAsync(() -> readToEnd(shared.follower(), 777));
        assertThat(readToEnd(shared.leader(), 4_096)).isEqualTo(100_000);
        assertThat(followed.join()).isEqualTo(100_000);
    }

    @Test
    void letsTheLeaderGoOnAloneWhenTheFollowerLeaves() {
        float[] samples = counting(SharedAudio.MOST_WAITING + 100_000);
        SharedAudio shared = shared(AudioSource.of(samples));
        CountDownLatch fullyRead = new CountDownLatch(1);
        CompletableFuture<Long> led = CompletableFuture.supplyAsync(() -> {
            long read = readToEnd(shared.leader(), 16_000);
            fullyRead.countDown();
            return read;
        });
        AudioSource follower = shared.follower();
        float[] block = new float[16_000];
        assertThat(follower.read(block, 0, block.length)).isPositive();
        follower.close();
        assertThat(led.join()).isEqualTo(samples.length);
        assertThat(fullyRead.getCount()).isZero();
        assertThat(follower.read(block, 0, block.length)).isEqualTo(-1);
    }

    @Test
    void goesOnAloneWhenThePatienceWithTheFollowerIsUsedUp() {
        float[] samples = counting(SharedAudio.MOST_WAITING + 100_000);
        SharedAudio shared = new SharedAudio(AudioSource.of(samples), new Patience(Duration.ofMillis(1), 0));
        AudioSource follower = shared.follower();

        assertThat(readToEnd(shared.leader(), 16_000)).isEqualTo(samples.length);

        assertThat(shared.isAbandoned()).isTrue();
        assertThat(follower.read(new float[10], 0, 10)).isEqualTo(-1);
    }

    @Test
    void hasMorePatienceTheLongerTheRecordingIs() {
        SharedAudio shared =
                new SharedAudio(AudioSource.of(counting(32_000)), new Patience(Duration.ofSeconds(1), 0.5));

        readToEnd(shared.leader(), 16_000);

        assertThat(shared.patienceLeft()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void endsTheFollowersAudioWhenTheLeaderClosesItsEnd() {
        SharedAudio shared = shared(AudioSource.of(counting(10_000)));
        AudioSource leader = shared.leader();
        float[] block = new float[1_000];
        leader.read(block, 0, 1_000);
        leader.close();
        assertThat(readToEnd(shared.follower(), 300)).isEqualTo(1_000);
    }

    @Test
    void endsTheFollowersAudioWhenTheSourceFails() {
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        SharedAudio shared = shared(new AudioSource() {
            @Override
            public int read(float[] buffer, int offset, int length) {
                throw new IllegalArgumentException("not audio");
            }

            @Override
            public void close() {
                closed.write(1);
            }
        });
        assertThatThrownBy(() -> shared.leader().read(new float[10], 0, 10)).hasMessage("not audio");
        assertThat(shared.follower().read(new float[10], 0, 10)).isEqualTo(-1);
        shared.leader().close();
        assertThat(closed.size()).as("the source stays its owner's").isZero();
    }
}
