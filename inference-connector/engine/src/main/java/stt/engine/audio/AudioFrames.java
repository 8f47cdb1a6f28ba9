package stt.engine.audio;

/**
 * What a stream of 16 kHz samples becomes for a model: a frame of some values every {@link #HOP} samples. Holds the frames
 * that were not forgotten. Not thread-safe.
 */
public interface AudioFrames {

    /** Samples from one frame to the next: 10 ms. Frame {@code i} begins at sample {@code i * HOP}. */
    int HOP = 160;

    /** Samples that a frame looks at. */
    int length();

    /** Values of a frame. */
    int width();

    /** The number of the frame after the newest one. */
    long end();

    /** The next samples of the stream. */
    void accept(float[] samples, int offset, int count);

    /** Copies a frame that is still held to {@code target}, {@link #width} values from {@code offset} on. */
    void copy(long frame, float[] target, int offset);

    /** Drops the frames before {@code frame}; later ones keep their numbers. */
    void forgetBefore(long frame);
}
