package stt.web.subtitles;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the screen for a while.
 *
 * @param start when it appears
 * @param end when it goes; after {@code start}
 * @param lines one or two, none of them blank
 * @param speaker name of who says it; empty when it is not to be said
 */
public record Cue(Duration start, Duration end, List<String> lines, Optional<String> speaker) {

    /** Lines that a cue may have. */
    public static final int MOST_LINES = 2;

    /** Columns that a line may have; a letter of Chinese, Japanese or Korean takes two. */
    public static final int LINE_COLUMNS = 42;

    /** How long a cue may stay. */
    public static final Duration LONGEST = Duration.ofSeconds(7);

    public Cue {
        lines = List.copyOf(lines);
        if (end.compareTo(start) <= 0 || lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "a cue must last and say something, found " + start + " to " + end + " " + lines);
        }
    }

    /** Of nobody in particular. */
    public Cue(Duration start, Duration end, List<String> lines) {
        this(start, end, lines, Optional.empty());
    }
}
