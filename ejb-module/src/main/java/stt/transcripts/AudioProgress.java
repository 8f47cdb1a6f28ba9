package stt.transcripts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a run has done, in per cent of its audio. Channels are heard one after the other. Used by one thread at a time. */
final class AudioProgress implements Consumer<Duration> {

    private static final int ALL = 100;

    private final long whole;
    private final long channel;
    private final IntConsumer percent;
    private long finished;
    private long before;

    /** Nothing is told of audio whose length nobody knows. */
    AudioProgress(Optional<Duration> length, int channels, IntConsumer percent) {
        this.channel = length.map(Duration::toMillis).orElse(0L);
        this.whole = channel * channels;
        this.percent = percent;
    }

    @Override
    public void accept(Duration done) {
        if (done.toMillis() < before) {
            finished += channel; // the next channel has begun
        }
        before = done.toMillis();
        if (whole > 0) {
            percent.accept((int) Math.min(ALL, (finished + before) * ALL / whole));
        }
    }
}
