package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stt.inference.api.CancelToken;

/** Recordings in any format, made with the product's own FFmpeg from eleven seconds of real speech, and their samples. */
final class Recordings {

    static final Path FFMPEG = Path.of("target", "ffmpeg").toAbsolutePath();
    static final Path SPEECH = Path.of(System.getProperty("stt.repository"), "bench", "speech", "jfk.wav");
    static final AudioLimits LIMITS =
            new AudioLimits(Duration.ofHours(1), Duration.ofMinutes(1), 1024, Duration.ofMinutes(1));

    static final Duration LENGTH = Duration.ofSeconds(11);

    private static final String FILM = "-f lavfi -i testsrc2=size=160x120:rate=10:duration=11";
    private static final int WAV_HEADER_BYTES = 78; // of jfk.wav: its samples are the rest

    private Recordings() {}

    /** The speech itself: 16 kHz mono. */
    static float[] speech() {
        try {
            byte[] file = Files.readAllBytes(SPEECH);
            ByteBuffer pcm = ByteBuffer.wrap(file, WAV_HEADER_BYTES, file.length - WAV_HEADER_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[pcm.remaining() / Short.BYTES];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = pcm.getShort() / 32768f;
            }
            return samples;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * A file made of the speech with FFmpeg's {@code arguments}, separated by spaces, which name neither input nor output;
     * {@code VIDEO} in them adds a second input, a film, as the first stream.
     */
    static Path make(Path folder, String name, String arguments) {
        List<String> all = new ArrayList<>(List.of("-i", SPEECH.toString()));
        all.addAll(
                List.of(arguments.replace("VIDEO", FILM + " -map 1:v -map 0:a").split(" ")));
        return ffmpeg(folder.resolve(name), all);
    }

    /** Runs FFmpeg, unconfined, to write {@code output}. */
    static Path ffmpeg(Path output, List<String> arguments) {
        FfmpegFolder folder = FfmpegFolder.in(FFMPEG);
        List<String> command = new ArrayList<>(List.of(folder.program().toString(), "-y", "-loglevel", "error"));
        command.addAll(arguments);
        command.addAll(List.of("-strict", "-2", output.toString()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("LD_LIBRARY_PATH", folder.home().toString());
        try {
            Process running = process.start();
            String log = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.waitFor()).as(log).isZero();
            return output;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static AudioDecoder decoder() {
        return new AudioDecoder(FFMPEG, LIMITS);
    }

    /** As {@link #decoder()}, but for recordings of at most {@code longest}. */
    static AudioDecoder decoder(Duration longest) {
        return new AudioDecoder(
                FFMPEG, new AudioLimits(longest, LIMITS.cpuTime(), LIMITS.memoryMebibytes(), LIMITS.stall()));
    }

    static float[] decode(AudioDecoder decoder, Path file) {
        try (DecodedAudio audio = decoder.open(file, new CancelToken())) {
            return readAll(audio);
        }
    }

    static float[] readAll(DecodedAudio audio) {
        float[] samples = new float[16_000];
        int size = 0;
        for (int count = audio.read(samples, 0, samples.length); count >= 0; ) {
            size += count;
            if (size == samples.length) {
                samples = Arrays.copyOf(samples, 2 * size);
            }
            count = audio.read(samples, size, samples.length - size);
        }
        return Arrays.copyOf(samples, size);
    }
}
