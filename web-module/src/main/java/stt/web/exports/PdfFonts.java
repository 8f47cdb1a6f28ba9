package stt.web.exports;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** Sets text in the fonts that have its letters. Not thread-safe. */
final class PdfFonts {

    /** How text looks. */
    record Look(float size, boolean bold, Color color) {}

    /** Stands for a letter that no font has. */
    private static final int BOX = 0x25a1;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private static final BaseFont REGULAR = bundled("DejaVuSans.ttf");
    private static final BaseFont BOLD = bundled("DejaVuSans-Bold.ttf");

    private final String language;
    private final FontFolders folders;

    /** For a text in {@code language}, which tells Chinese and Japanese apart; {@code folders} have what is missing here. */
    PdfFonts(String language, FontFolders folders) {
        this.language = language;
        this.folders = folders;
    }

    /** Adds {@code text} to {@code phrase}, in as many pieces as it needs fonts. */
    void add(Phrase phrase, String text, Look look) {
        BaseFont current = look.bold() ? BOLD : REGULAR;
        StringBuilder run = new StringBuilder();
        for (int letter : text.codePoints().filter(PdfFonts::isShown).toArray()) {
            Optional<BaseFont> font = font(letter, current, look.bold());
            BaseFont next = font.orElse(look.bold() ? BOLD : REGULAR);
            if (!next.equals(current) && !run.isEmpty()) {
                phrase.add(chunk(run, current, look));
                run = new StringBuilder();
            }
            current = next;
            run.appendCodePoint(font.isPresent() ? letter : BOX);
        }
        if (!run.isEmpty()) {
            phrase.add(chunk(run, current, look));
        }
    }

    /** What belongs to no script, as spaces and digits do, stays with what stands before it. */
    private Optional<BaseFont> font(int letter, BaseFont current, boolean bold) {
        UnicodeScript script = UnicodeScript.of(letter);
        if ((script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) && current.charExists(letter)) {
            return Optional.of(current);
        }
        return Optional.of(bold ? BOLD : REGULAR)
                .filter(font -> font.charExists(letter))
                .or(() -> folders.having(letter))
                .or(() -> standard(script, letter));
    }

    /** Adobe's fonts for the four character collections, which viewers bring along. */
    private Optional<BaseFont> standard(UnicodeScript script, int letter) {
        Optional<BaseFont> font =
                switch (script) {
                    case HIRAGANA, KATAKANA -> Optional.of(japanese());
                    case HANGUL -> Optional.of(viewers("HYGoThic-Medium", "UniKS-UCS2-H"));
                    case HAN, BOPOMOFO, COMMON -> Optional.of(chinese());
                    default -> Optional.empty();
                };
        return font.filter(found -> found.charExists(letter));
    }

    private BaseFont chinese() {
        return switch (language) {
            case "ja" -> japanese();
            case "yue" -> viewers("MSung-Light", "UniCNS-UCS2-H");
            default -> viewers("STSong-Light", "UniGB-UCS2-H");
        };
    }

    private static BaseFont japanese() {
        return viewers("HeiseiKakuGo-W5", "UniJIS-UCS2-H");
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n';
            case Character.FORMAT -> letter == ZERO_WIDTH_NON_JOINER || letter == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static Chunk chunk(StringBuilder run, BaseFont font, Look look) {
        return new Chunk(run.toString(), new Font(font, look.size(), Font.NORMAL, look.color()));
    }

    /** The library keeps those that it has loaded. */
    private static BaseFont viewers(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont bundled(String name) {
        try (InputStream font = PdfFonts.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            if (font == null) {
                throw new IllegalStateException("the font " + name + " is missing");
            }
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
