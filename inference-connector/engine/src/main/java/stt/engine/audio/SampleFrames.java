package stt.engine.audio;

import java.nio.FloatBuffer;

/** The samples themselves, 10 ms to a frame, for models that make their own features. Not thread-safe. */
public final class SampleFrames implements AudioFrames {

    private final RecentAudio audio = new RecentAudio();
    private final float scale;

    /** Of samples multiplied by {@code scale}. */
    public SampleFrames(double scale) {
        this.scale = (float) scale;
    }

    @Override
    public int length() {
        return HOP;
    }

    @Override
    public int width() {
        return HOP;
    }

    @Override
    public long end() {
        return audio.end() / HOP;
    }

    @Override
    public void accept(float[] samples, int offset, int count) {
        audio.append(samples, offset, count);
    }

    @Override
    public void copy(long frame, float[] target, int offset) {
        audio.copy(frame * HOP, (frame + 1) * HOP, FloatBuffer.wrap(target), offset);
        for (int i = 0; i < HOP; i++) {
            target[offset + i] *= scale;
        }
    }

    @Override
    public void forgetBefore(long frame) {
        audio.forgetBefore(frame * HOP);
    }
}
