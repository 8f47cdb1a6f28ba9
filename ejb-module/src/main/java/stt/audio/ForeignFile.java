package stt.audio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what a file is that is no recording, in words for the person who sent it. */
final class ForeignFile {

    private record Kind(String name, int index, List<String> marks) {
        boolean matches(Head head) {
            return marks.stream().anyMatch(mark -> head.has(index, mark));
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("a ZIP archive or an office document", 0, List.of("PK\u0003\u0004", "PK\u0005\u0006")),
            new Kind(
                    "a compressed archive",
                    0,
                    List.of("\u001f\u008b", "7z\u00bc\u00af", "Rar!", "BZh", "\u00fd7zXZ", "(\u00b5/\u00fd")),
            new Kind("a TAR archive", 257, List.of("ustar")),
            new Kind("a PDF document", 0, List.of("%PDF")),
            new Kind("a document", 0, List.of("\u00d0\u00cf\u0011\u00e0", "{\\rtf", "%!PS")),
            new Kind(
                    "an image",
                    0,
                    List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*\0", "MM\0*", "\0\0\u0001\0", "8BPS")),
            new Kind("an image", 8, List.of("WEBP")),
            new Kind("text, not a recording", 0, List.of("\u00ff\u00fe", "\u00fe\u00ff")),
            new Kind("a program", 0, List.of("\u007fELF", "MZ")),
            new Kind("a video without a container", 0, List.of("\0\0\u0001\u00b3", "\0\0\0\u0001", "\0\0\u0001\u00b0")),
            new Kind("an AIFF recording", 8, List.of("AIFF", "AIFC")),
            new Kind("an AMR recording", 0, List.of("#!AMR")),
            new Kind("a CAF recording", 0, List.of("caff")),
            new Kind("an AU recording", 0, List.of(".snd")),
            new Kind("a Flash video", 0, List.of("FLV\u0001")),
            new Kind("a MIDI score", 0, List.of("MThd")));

    private static final List<String> PLAYLISTS =
            List.of("#extm3u", "ffconcat", "[playlist]", "<asx", "v=0\r", "v=0\n");

    private static final String ACCEPTED =
            "MP3, WAV, FLAC, OGG, M4A, AAC, OPUS, WMA, MP4, WebM, MKV, AVI, MOV, WMV, MPG and MPEG";

    private ForeignFile() {}

    /** Whether {@code head} begins with another kind's mark. */
    static boolean recognized(Head head) {
        return marked(head).isPresent();
    }

    static String sentence(Head head) {
        String kind = marked(head).orElseGet(() -> text(head) ? textKind(head) : "of no known kind");
        return "The file is " + kind + "; accepted are " + ACCEPTED + ".";
    }

    private static Optional<String> marked(Head head) {
        if (Signature.picture(head)) {
            return Optional.of("an image");
        }
        return KINDS.stream().filter(kind -> kind.matches(head)).map(Kind::name).findFirst();
    }

    private static String textKind(Head head) {
        String text = new String(head.bytes(), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (PLAYLISTS.stream().anyMatch(text::startsWith) || text.contains("xspf.org")) {
            return "a playlist, not a recording";
        }
        return text.contains("<svg") ? "an image" : "text, not a recording";
    }

    /** UTF-8 without control characters; a character may be cut at the end. */
    private static boolean text(Head head) {
        return IntStream.range(0, Math.min(4, head.size()))
                .anyMatch(cut -> printable(ByteBuffer.wrap(head.bytes(), 0, head.size() - cut)));
    }

    private static boolean printable(ByteBuffer bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return text.chars().noneMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0);
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
