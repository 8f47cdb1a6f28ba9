package stt.engine.whispercpp;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stt.inference.api.Context;

/**
 * What whisper.cpp is told before a piece. It counts its last 224 tokens. Pieces are told nothing of each other by whisper.cpp
 * itself, whose states outlive their sessions. Not thread-safe.
 */
final class Prompt {

    /** Characters that are enough for 224 tokens; whisper.cpp splits text with a regular expression that recurses. */
    private static final int LONGEST = 1000;

    private final Context context;
    private String before;

    Prompt(Context context) {
        this.context = context;
        this.before = context.prompt().orElse("");
    }

    /** The next piece's; empty when there is nothing to tell. */
    Optional<String> next() {
        String text = Stream.of(context.hotwords().map(words -> beginning(words) + "."), Optional.of(end(before)))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A segment of the last piece. */
    void heard(String text) {
        if (context.previousText()) {
            before = end(before + " " + text);
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST / 2));
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST / 2));
    }
}
