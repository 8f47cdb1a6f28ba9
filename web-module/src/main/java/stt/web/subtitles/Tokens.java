package stt.web.subtitles;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stt.inference.api.Segment;
import stt.inference.api.Word;

/** Cuts a segment into tokens with times. */
final class Tokens {

    private Tokens() {}

    /** The tokens of {@code segment}: its words, or pieces of its text with times in proportion where it has none. */
    static List<Token> of(Segment segment) {
        List<Token> words = words(segment);
        List<Token> tokens = new ArrayList<>();
        for (Token word : words.isEmpty() ? pieces(segment) : words) {
            tokens.addAll(narrow(word));
        }
        return tokens;
    }

    /** Empty when the words are not what the text says. */
    private static List<Token> words(Segment segment) {
        String text = segment.text();
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        for (Word word : segment.words()) {
            int at = text.indexOf(word.text(), from);
            if (word.text().isBlank() || at < 0 || !text.substring(from, at).isBlank()) {
                return List.of();
            }
            tokens.add(new Token(oneLine(word.text()), at > from || from == 0, word.start(), word.end()));
            from = at + word.text().length();
        }
        return text.substring(from).isBlank() ? tokens : List.of();
    }

    private static List<Token> pieces(Segment segment) {
        String text = oneLine(segment.text());
        Duration length = segment.end().minus(segment.start());
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String piece : text.split(" ", -1)) {
            tokens.add(new Token(
                    piece,
                    true,
                    segment.start().plus(share(length, at, text.length())),
                    segment.start().plus(share(length, at + piece.length(), text.length()))));
            at += piece.length() + 1;
        }
        return tokens;
    }

    /** What is wider than a line is cut between characters, as readers see them. */
    private static List<Token> narrow(Token token) {
        if (token.columns() <= Cue.LINE_COLUMNS) {
            return List.of(token);
        }
        String text = token.text();
        Duration length = token.end().minus(token.start());
        List<Token> parts = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int from = 0;
        for (int to = characters.next(), previous = 0;
                to != BreakIterator.DONE;
                previous = to, to = characters.next()) {
            boolean full = Columns.of(text.substring(from, to)) > Cue.LINE_COLUMNS;
            if (full && previous > from) {
                parts.add(part(token, length, from, previous));
                from = previous;
            }
        }
        parts.add(part(token, length, from, text.length()));
        return parts;
    }

    private static Token part(Token token, Duration length, int from, int to) {
        int all = token.text().length();
        return new Token(
                token.text().substring(from, to),
                from == 0 && token.spaced(),
                token.start().plus(share(length, from, all)),
                token.start().plus(share(length, to, all)));
    }

    private static Duration share(Duration length, int part, int whole) {
        return Duration.ofMillis(length.toMillis() * part / Math.max(1, whole));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
