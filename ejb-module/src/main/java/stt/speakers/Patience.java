package stt.speakers;

import java.time.Duration;
import stt.inference.api.AudioSource;

/**
 * How long a transcript may be held up so that its speakers are known.
 *
 * @param least for any recording
 * @param factor of the recording's length on top of that
 */
public record Patience(Duration least, double factor) {

    public Patience {
        if (least.isNegative() || !(factor >= 0)) {
            throw new IllegalArgumentException("patience cannot be negative, found " + least + " and " + factor);
        }
    }

    /** For so many samples of audio. */
    Duration forAudio(long samples) {
        return least.plusMillis(Math.round(factor * 1000 * samples / AudioSource.SAMPLE_RATE_HZ));
    }
}
