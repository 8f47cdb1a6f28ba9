package stt.audio;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the start of each accepted kind of file looks like. */
record Signature(Container container, Predicate<Head> matches) {

    private static final List<Signature> CERTAIN = List.of(
            new Signature(Container.WAV, Signature::wave),
            new Signature(Container.AVI, head -> head.has(0, "RIFF") && head.has(8, "AVI ")),
            // Sony Wave64: the GUID of "riff".
            new Signature(Container.WAVE64, head -> head.has(0, "riff.\u0091\u00cf\u0011\u00a5\u00d6(\u00db")),
            new Signature(Container.FLAC, head -> head.has(0, "fLaC")),
            new Signature(Container.OGG, head -> head.has(0, "OggS")),
            // ASF specification, section 10.1: ASF_Header_Object.
            new Signature(Container.ASF, head -> head.has(0, "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\u0000\u00aa")),
            new Signature(Container.MATROSKA, head -> head.has(0, "\u001aE\u00df\u00a3")),
            new Signature(Container.MP4, Signature::quickTime),
            new Signature(Container.MPEG_PROGRAM_STREAM, Signature::programStream),
            new Signature(Container.MPEG_TRANSPORT_STREAM, Signature::transportStream));

    /** Without a mark of their own, and possibly inside of something else, like an archive. */
    private static final List<Signature> BY_FRAMES = List.of(
            new Signature(Container.AAC, head -> FrameRun.adts(head, 0)),
            new Signature(Container.MP3, FrameRun::mpegAudioSomewhere),
            new Signature(Container.AAC, FrameRun::adtsSomewhere));

    private static final List<String> FIRST_BOXES = List.of("ftyp", "moov", "mdat");
    private static final List<String> SMALL_FIRST_BOXES = List.of("styp", "moof", "free", "skip", "wide", "pnot");

    /** Still pictures in the same boxes as films (HEIF, AVIF), by their major brand. */
    private static final List<String> PICTURE_BRANDS = List.of("heic", "heix", "heim", "heis", "mif1", "avif");

    /** The kind that the first bytes are the mark of. */
    static Optional<Container> of(Head head) {
        return first(CERTAIN, head);
    }

    /** The kind whose frames follow one another somewhere in {@code head}. */
    static Optional<Container> byFrames(Head head) {
        return first(BY_FRAMES, head);
    }

    private static Optional<Container> first(List<Signature> signatures, Head head) {
        return signatures.stream()
                .filter(signature -> signature.matches.test(head))
                .map(Signature::container)
                .findFirst();
    }

    static boolean picture(Head head) {
        return head.has(4, "ftyp") && PICTURE_BRANDS.stream().anyMatch(brand -> head.has(8, brand));
    }

    private static boolean wave(Head head) {
        boolean riff = head.has(0, "RIFF") || head.has(0, "RIFX") || head.has(0, "RF64") || head.has(0, "BW64");
        return riff && head.has(8, "WAVE");
    }

    /**
     * Boxes that begin a file of the family (ISO/IEC 14496-12; the QuickTime File Format for those before "ftyp" existed). The
     * small ones must be small, for their names are words.
     */
    private static boolean quickTime(Head head) {
        boolean box = FIRST_BOXES.stream().anyMatch(name -> head.has(4, name));
        boolean smallBox = head.at(0) == 0 && SMALL_FIRST_BOXES.stream().anyMatch(name -> head.has(4, name));
        return (box || smallBox) && !picture(head);
    }

    /** A pack header, or a system header or PES packet of a stream whose beginning is missing (ISO/IEC 13818-1). */
    private static boolean programStream(Head head) {
        int code = head.at(3);
        return head.has(0, "\0\0\u0001") && (code == 0xba || code == 0xbb || (code >= 0xbd && code <= 0xef));
    }

    /** Packets of 188 bytes, each beginning with 0x47; M2TS puts four bytes before each, broadcasters 16 after. */
    private static boolean transportStream(Head head) {
        return every(head, 0, 188) || every(head, 4, 192) || every(head, 0, 204);
    }

    private static boolean every(Head head, int first, int step) {
        int packets = Math.min(5, (head.size() - first) / step);
        if (packets < 3) {
            return false;
        }
        for (int i = 0; i < packets; i++) {
            if (head.at(first + i * step) != 0x47) {
                return false;
            }
        }
        return true;
    }
}
