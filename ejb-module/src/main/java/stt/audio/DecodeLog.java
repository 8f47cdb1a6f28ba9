package stt.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg says about a file up to its first decoded frame. It repeats texts from the file, so nothing here decides
 * about rights or charges.
 */
final class DecodeLog {

    private static final Pattern LENGTH = Pattern.compile("  Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d), .*");
    private static final Pattern TRACK = Pattern.compile("  Stream #0:\\d+.*: Audio: .*");
    private static final Pattern CODEC = Pattern.compile("  Stream #0:\\d+ -> #0:0 \\((\\w+) .*");
    private static final Pattern FIRST_FRAME =
            Pattern.compile("\\[Parsed_aresample_1 @ [^]]*] ch:(\\d+) chl:.* r:(\\d+)Hz -> ch:.*");

    /** Enough for the lines that matter; the rest of a longer line is skipped. */
    private static final int LONGEST_LINE = 1000;

    private Optional<Duration> length = Optional.empty();
    private boolean opened;
    private boolean estimated;
    private boolean sound;
    private @Nullable String codec;

    /** The facts, as soon as a first frame is decoded; empty when FFmpeg ended before that. */
    Optional<AudioFacts> read(InputStream log, Container container) throws IOException {
        for (String line = line(log); line != null; line = line(log)) {
            Matcher first = FIRST_FRAME.matcher(line);
            if (first.matches() && codec != null) {
                return Optional.of(new AudioFacts(
                        container, codec, Integer.parseInt(first.group(2)), Integer.parseInt(first.group(1)), length));
            }
            note(line);
        }
        return Optional.empty();
    }

    /** Whether FFmpeg understood the file's structure. */
    boolean opened() {
        return opened;
    }

    /** Whether the length is a guess from the bit rate. */
    boolean estimated() {
        return estimated;
    }

    /** Whether the file has a sound track at all. */
    boolean sound() {
        return sound;
    }

    private void note(String line) {
        Matcher duration = LENGTH.matcher(line);
        if (duration.matches()) {
            length = Optional.of(Duration.ofHours(Long.parseLong(duration.group(1)))
                    .plusMinutes(Long.parseLong(duration.group(2)))
                    .plusSeconds(Long.parseLong(duration.group(3)))
                    .plusMillis(10 * Long.parseLong(duration.group(4))));
        }
        Matcher mapped = CODEC.matcher(line);
        if (mapped.matches()) {
            codec = mapped.group(1);
        }
        opened |= line.startsWith("Input #0, ");
        estimated |= line.contains("Estimating duration from bitrate");
        sound |= TRACK.matcher(line).matches();
    }

    private static @Nullable String line(InputStream log) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        int count = 0;
        for (int next = log.read(); next != '\n'; next = log.read()) {
            if (next < 0) {
                return count == 0 ? null : new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            }
            if (count < LONGEST_LINE) {
                bytes[count++] = (byte) next;
            }
        }
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }
}
