package stt.web.subtitles;

import java.util.ArrayList;
import java.util.List;

/** Lays tokens out on the lines of one cue. */
final class Lines {

    private Lines() {}

    /** Whether {@code tokens} fit on the lines of one cue. */
    static boolean fit(List<Token> tokens) {
        int lines = 1;
        int columns = 0;
        for (Token token : tokens) {
            int wider = columns + (columns > 0 && token.spaced() ? 1 : 0) + token.columns();
            if (columns > 0 && wider > Cue.LINE_COLUMNS) {
                lines++;
                wider = token.columns();
            }
            columns = wider;
        }
        return lines <= Cue.MOST_LINES;
    }

    /** The lines of {@code tokens}, which fit: one if they can be, else two as alike in width as possible. */
    static List<String> of(List<Token> tokens) {
        String all = text(tokens);
        if (Columns.of(all) <= Cue.LINE_COLUMNS) {
            return List.of(all);
        }
        List<String> best = List.of(all);
        int bestWidth = Integer.MAX_VALUE;
        for (int i = 1; i < tokens.size(); i++) {
            List<String> lines = List.of(text(tokens.subList(0, i)), text(tokens.subList(i, tokens.size())));
            int width = lines.stream().mapToInt(Columns::of).max().orElseThrow();
            if (width <= bestWidth) {
                best = lines;
                bestWidth = width;
            }
        }
        return best;
    }

    private static String text(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        for (Token token : new ArrayList<>(tokens)) {
            line.append(!line.isEmpty() && token.spaced() ? " " : "").append(token.text());
        }
        return line.toString();
    }
}
