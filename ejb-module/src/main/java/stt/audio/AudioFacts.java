package stt.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * What a recording is, known before it is decoded.
 *
 * @param container found from the file's bytes
 * @param codec of the sound track that is decoded, by FFmpeg's name: {@code aac}, {@code mp3}, {@code pcm_s16le}
 * @param sampleRateHz of that track
 * @param channels of that track, at least 1
 * @param length as the file states it, or as estimated from its size and bit rate: good for refusing and reserving, not
 *     for charging (see {@link DecodedAudio#decoded}); empty when there is nothing to estimate from
 */
public record AudioFacts(Container container, String codec, int sampleRateHz, int channels, Optional<Duration> length) {

    public AudioFacts {
        if (sampleRateHz <= 0 || channels <= 0) {
            throw new IllegalArgumentException(
                    "a sound track has a rate and channels, found " + sampleRateHz + " Hz, " + channels + " channels");
        }
    }
}
