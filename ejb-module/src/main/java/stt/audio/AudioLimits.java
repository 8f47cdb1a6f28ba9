package stt.audio;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What decoding one file may cost.
 *
 * @param maxDuration the longest recording accepted
 * @param cpuTime CPU time of the decoder process, whole seconds
 * @param memoryMebibytes address space of the decoder process; FFmpeg and its libraries alone need about 150
 * @param stall the longest the decoder may keep a reader waiting for the next samples
 */
public record AudioLimits(Duration maxDuration, Duration cpuTime, int memoryMebibytes, Duration stall) {

    public AudioLimits {
        if (maxDuration.isNegative() || maxDuration.isZero() || stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException("limits of time must be positive");
        }
        if (cpuTime.toSeconds() < 1 || memoryMebibytes < 1) {
            throw new IllegalArgumentException(
                    "a decoder needs at least 1 s and 1 MiB, found " + cpuTime + " and " + memoryMebibytes + " MiB");
        }
    }

    static AudioLimits from(Config config) {
        return new AudioLimits(
                config.getValue("stt.audio.max-duration", Duration.class),
                config.getValue("stt.audio.decoder.cpu-time", Duration.class),
                config.getValue("stt.audio.decoder.memory", Integer.class),
                config.getValue("stt.audio.decoder.stall", Duration.class));
    }
}
