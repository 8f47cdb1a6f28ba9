package stt.web.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import stt.inference.api.Segment;

/**
 * Cuts segments into cues: as full as the limits allow, preferably at the end of a clause, and at every long pause. Not
 * thread-safe.
 */
public final class Cues {

    /** A silence that parts what is said before and after it. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** A cue ends early at the end of a clause only if it then still has this part of what would fit. */
    private static final int LEAST_PART = 3;

    private final boolean named;
    private List<Cue> cues = new ArrayList<>();
    private Duration free = Duration.ZERO;
    private Optional<String> speaker = Optional.empty();
    private Optional<String> before = Optional.empty();

    private Cues(boolean named) {
        this.named = named;
    }

    /** To cut segments that come one by one; each cue carries its speaker. */
    public static Cues cutter() {
        return new Cues(false);
    }

    /** The same, with the name before the first words where the speaker changes, for formats that know no speakers. */
    public static Cues namingCutter() {
        return new Cues(true);
    }

    /** The cues of the next segment, which {@code name} says. */
    public List<Cue> next(Segment segment, Optional<String> name) {
        cues = new ArrayList<>();
        cut(segment, name);
        return cues;
    }

    /** The cues of {@code segments}, in order, not overlapping, without speakers. */
    public static List<Cue> of(List<Segment> segments) {
        return of(segments, speaker -> Optional.empty());
    }

    /** The same, with the speakers that {@code names} gives a name. */
    public static List<Cue> of(List<Segment> segments, IntFunction<Optional<String>> names) {
        return all(new Cues(false), segments, names);
    }

    /** The same, with the name before the first words where the speaker changes, for formats that know no speakers. */
    public static List<Cue> named(List<Segment> segments, IntFunction<Optional<String>> names) {
        return all(new Cues(true), segments, names);
    }

    private static List<Cue> all(Cues cues, List<Segment> segments, IntFunction<Optional<String>> names) {
        for (Segment segment : segments) {
            cues.cut(segment, names.apply(segment.speaker()));
        }
        return cues.cues;
    }

    private void cut(Segment segment, Optional<String> name) {
        List<Token> tokens = new ArrayList<>(Tokens.of(segment));
        if (named && name.isPresent() && !name.equals(before)) {
            tokens.add(0, new Token(name.get() + ":", true, segment.start(), segment.start()));
        }
        before = name;
        speaker = named ? Optional.empty() : name;
        add(tokens);
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
