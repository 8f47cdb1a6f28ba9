package stt.engine.diarization;

import java.time.Duration;
import stt.inference.api.AudioSource;

/** Times of segmentation's frames: each stands for the {@link SegmentationGraph#FRAME_STEP} samples around its centre. */
final class FrameTimes {

    /** From one frame to the next. */
    static final double STEP_SECONDS = SegmentationGraph.FRAME_STEP / (double) AudioSource.SAMPLE_RATE_HZ;

    /** Where frame 0 begins: half a field after its first sample is its centre. */
    private static final double FIRST_SECONDS = (SegmentationGraph.FRAME_FIELD / 2 - SegmentationGraph.FRAME_STEP / 2)
            / (double) AudioSource.SAMPLE_RATE_HZ;

    private FrameTimes() {}

    /** When a frame begins, to the millisecond; the first one begins with the audio. */
    static Duration start(long frame) {
        return frame == 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(1000 * (FIRST_SECONDS + frame * STEP_SECONDS)));
    }

    /** The frame that holds this time. */
    static long frameAt(Duration time) {
        return Math.max(0, (long) Math.floor((time.toNanos() / 1e9 - FIRST_SECONDS) / STEP_SECONDS));
    }

    /** How many frames so many samples have. */
    static long count(long samples) {
        return samples < SegmentationGraph.FRAME_FIELD
                ? 0
                : (samples - SegmentationGraph.FRAME_FIELD) / SegmentationGraph.FRAME_STEP + 1;
    }
}
