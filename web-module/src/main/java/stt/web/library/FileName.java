package stt.web.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is called when it is saved: a transcript's title, as far as file systems allow it.
 *
 * @param text with its extension
 */
public record FileName(String text) {

    /** ext4 and NTFS take 255; this leaves room for what a browser adds, such as " (1)". */
    private static final int MOST_BYTES = 200;

    /** Not allowed in names on Windows, or a folder's mark, or invisible, or turning the direction of writing. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\\\/:*?\"<>|]+");

    /** Names that Windows takes for devices, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /** What recordings are called; a transcript of "a.mp3" is "a.txt". */
    private static final Pattern MEDIA =
            Pattern.compile("(?i)\\.(mp3|wav|flac|ogg|oga|m4a|aac|opus|wma|mp4|webm|mkv|avi|mov|wmv|mpg|mpeg)$");

    private static final String NAMELESS = "transcript";
    private static final String ATTR_CHARS = "!#$&+-.^_`|~"; // of RFC 8187, section 3.2.1, beside letters and digits

    /** {@code title} with {@code extension} in place of a recording's. */
    public static FileName of(String title, String extension) {
        return new FileName(safe(MEDIA.matcher(title).replaceFirst("")) + "." + extension);
    }

    /** {@code title} as it is. */
    public static FileName of(String title) {
        return new FileName(safe(title));
    }

    /**
     * A Content-Disposition (RFC 6266): the name in ASCII for old clients, and as it is in UTF-8 (RFC 8187).
     *
     * @param type attachment or inline
     */
    public String disposition(String type) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(type, ascii(), encoded());
    }

    private static String safe(String title) {
        String name = FORBIDDEN.matcher(title).replaceAll("_").strip();
        name = name.replaceAll("^[.\\s]+|[.\\s]+$", "");
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        if (name.isEmpty() || DEVICE.matcher(name).matches()) {
            return NAMELESS;
        }
        return name;
    }

    /** Without accents; what has no likeness in ASCII is an underscore. */
    private String ascii() {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.replaceAll("[^\\x20-\\x7e]+", "_").replace('%', '_'); // some clients decode per cent
    }

    private String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || ATTR_CHARS.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
