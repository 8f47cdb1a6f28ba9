package stt.ear;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import stt.inference.api.AudioSource;

/** The 11 s of real speech that travel with the tests. */
final class Recording {

    static final String RESOURCE = "jfk.wav";
    static final String WORDS =
            "And so my fellow Americans ask not what your country can do for you ask what you can do for your country";

    private Recording() {}

    /** Its samples: 16 kHz, mono. */
    static float[] samples() {
        try (InputStream file = Recording.class.getClassLoader().getResourceAsStream(RESOURCE);
                AudioInputStream audio = AudioSystem.getAudioInputStream(new BufferedInputStream(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort() / 32768f;
            }
            return samples;
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new IllegalStateException("the recording cannot be read", e);
        }
    }

    /** The recording again and again, without end; {@code whenRead} is told each time it starts anew. */
    static AudioSource endless(Runnable whenRead) {
        float[] samples = samples();
        return new AudioSource() {
            private int next;

            @Override
            public int read(float[] buffer, int offset, int length) {
                if (next == 0) {
                    whenRead.run();
                }
                int count = Math.min(length, samples.length - next);
                System.arraycopy(samples, next, buffer, offset, count);
                next = (next + count) % samples.length;
                return count;
            }

            @Override
            public void close() {}
        };
    }

    /** A text without its punctuation, for comparison with {@link #WORDS}. */
    static String words(String text) {
        return text.replaceAll("[^A-Za-z ]", "");
    }
}
