package stt.web.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import stt.inference.api.Segment;

/** Cuts segments into cues: as full as the limits allow, preferably at the end of a clause, and at every long pause. */
public final class Cues {

    /** A silence that parts what is said before and after it. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** A cue ends early at the end of a clause only if it then still has this part of what would fit. */
    private static final int LEAST_PART = 3;

    private final List<Cue> cues = new ArrayList<>();
    private Duration free = Duration.ZERO;

    private Optional<String> speaker = Optional.empty();

    private Cues() {}

    /** The cues of {@code segments}, in order, not overlapping, without speakers. */
    public static List<Cue> of(List<Segment> segments) {
        return of(segments, speaker -> Optional.empty());
    }

    /** The same, with the speakers that {@code names} gives a name. */
    public static List<Cue> of(List<Segment> segments, IntFunction<Optional<String>> names) {
        Cues cues = new Cues();
        for (Segment segment : segments) {
            cues.speaker = names.apply(segment.speaker());
            cues.add(Tokens.of(segment));
        }
        return cues.cues;
    }

    /** The same, with the name before the first words where the speaker changes, for formats that know no speakers. */
    public static List<Cue> named(List<Segment> segments, IntFunction<Optional<String>> names) {
        Cues cues = new Cues();
        Optional<String> before = Optional.empty();
        for (Segment segment : segments) {
            Optional<String> name = names.apply(segment.speaker());
            List<Token> tokens = new ArrayList<>(Tokens.of(segment));
            if (name.isPresent() && !name.equals(before)) {
                tokens.add(0, new Token(name.get() + ":", true, segment.start(), segment.start()));
            }
            before = name;
            cues.add(tokens);
        }
        return cues.cues;
    }

    private void add(List<Token> tokens) {
        int from = 0;
        while (from < tokens.size()) {
            int to = end(tokens, from);
            cut(tokens.subList(from, to));
            from = to;
        }
    }

    /** Where the cue that begins at {@code from} ends: before the first token that does not fit, or earlier at a clause. */
    private static int end(List<Token> tokens, int from) {
        int to = from + 1;
        while (to < tokens.size() && belongs(tokens, from, to)) {
            to++;
        }
        if (to == tokens.size()) {
            return to;
        }
        for (int i = to; i > from + (to - from) / LEAST_PART; i--) {
            if (tokens.get(i - 1).endsClause()) {
                return i;
            }
        }
        return to;
    }

    private static boolean belongs(List<Token> tokens, int from, int next) {
        Token token = tokens.get(next);
        boolean soon = token.start().minus(tokens.get(next - 1).end()).compareTo(PAUSE) < 0;
        boolean brief = token.end().minus(tokens.get(from).start()).compareTo(Cue.LONGEST) <= 0;
        return soon && brief && Lines.fit(tokens.subList(from, next + 1));
    }

    private void cut(List<Token> tokens) {
        Duration start = later(tokens.get(0).start(), free);
        Duration end = later(tokens.get(tokens.size() - 1).end(), start.plus(SHORTEST));
        Duration latest = start.plus(Cue.LONGEST);
        free = end.compareTo(latest) > 0 ? latest : end;
        cues.add(new Cue(start, free, Lines.of(tokens), speaker));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
