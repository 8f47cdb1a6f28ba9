package stt.engine.text;

import java.util.Locale;
import java.util.Set;

/** Whether a sentence ends between two words, as far as spelling tells. */
final class SentenceEnd {

    private static final String MARKS = ".。!！?？…";
    private static final String CLOSERS = "\"'”’)]}»」』】〉》）";

    /** Followed by names or numbers more often than by the end of a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "gen", "col", "capt", "lt", "sgt", "st", "mt", "ft", "jr",
            "sr", "vs", "no", "nr", "vol", "fig", "approx", "dept", "est", "hr", "fr", "bzw", "ca", "evtl", "ggf",
            "sog", "str", "tel", "usw", "mme", "mlle", "sra", "srta", "dra", "sig", "dott");

    private SentenceEnd() {}

    /** Whether {@code word} ends a sentence, given the word after it. */
    static boolean between(String word, String next) {
        String bare = withoutClosers(word.strip());
        if (bare.isEmpty() || MARKS.indexOf(bare.charAt(bare.length() - 1)) < 0) {
            return false;
        }
        return !startsSmall(next) && !(bare.endsWith(".") && isAbbreviation(bare.substring(0, bare.length() - 1)));
    }

    /** Whether a comma, a colon or the like follows {@code word}: a place to breathe. */
    static boolean isClause(String word) {
        String bare = withoutClosers(word.strip());
        return !bare.isEmpty() && ",，、;；:：–—".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    /** Whether the first letter is a capital one. */
    static boolean startsCapital(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).limit(1).anyMatch(Character::isUpperCase);
    }

    private static String withoutClosers(String word) {
        int end = word.length();
        while (end > 0 && CLOSERS.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean startsSmall(String next) {
        return next.codePoints().filter(Character::isLetterOrDigit).limit(1).anyMatch(Character::isLowerCase);
    }

    /** "Mr", "J" and "U.S", but not "I", "..." or "3.5". */
    private static boolean isAbbreviation(String word) {
        String letters = word.codePoints()
                .dropWhile(character -> !Character.isLetterOrDigit(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean initial = letters.length() == 1 && Character.isUpperCase(letters.charAt(0)) && !letters.equals("I");
        boolean dotted = letters.matches("(\\p{L}\\.)+\\p{L}");
        return initial || dotted || ABBREVIATIONS.contains(letters.toLowerCase(Locale.ROOT));
    }
}
