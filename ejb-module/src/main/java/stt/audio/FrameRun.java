package stt.audio;

/** Recognizes MPEG audio (layers I to III) and ADTS, which have no file header, by frames that follow one another. */
final class FrameRun {

    /** So many frames in a row are no accident; a shorter file must consist of them. */
    private static final int FRAMES = 4;

    /** kbit/s by [MPEG-1 layer I, II, III, MPEG-2 layer I, II and III][index] (ISO/IEC 11172-3 and 13818-3). */
    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private interface FrameLength {
        /** Bytes of the frame whose header is at {@code index}; 0 when there is none. */
        int at(Head head, int index);
    }

    private FrameRun() {}

    static boolean adts(Head head, int index) {
        return run(head, index, FrameRun::adtsLength);
    }

    static boolean adtsSomewhere(Head head) {
        return somewhere(head, FrameRun::adtsLength);
    }

    /** The first frame may come after padding or the rest of a cut frame. */
    static boolean mpegAudioSomewhere(Head head) {
        return somewhere(head, FrameRun::mpegLength);
    }

    private static boolean somewhere(Head head, FrameLength length) {
        for (int i = 0; i < head.size(); i++) {
            if (head.at(i) == 0xff && run(head, i, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean run(Head head, int start, FrameLength length) {
        int index = start;
        int frames = 0;
        while (frames < FRAMES && index < head.size()) {
            int bytes = length.at(head, index);
            if (bytes == 0) {
                return false;
            }
            index += bytes;
            frames++;
        }
        return frames == FRAMES || (start == 0 && frames > 1);
    }

    /** ISO/IEC 14496-3, 1.A.2.2: syncword, layer 0, a known rate, and a length of at least the header. */
    private static int adtsLength(Head head, int index) {
        if (head.at(index) != 0xff || (head.at(index + 1) & 0xf6) != 0xf0 || ((head.at(index + 2) >> 2) & 0xf) > 12) {
            return 0;
        }
        int bytes = ((head.at(index + 3) & 3) << 11) | (head.at(index + 4) << 3) | (head.at(index + 5) >> 5);
        return bytes < 7 ? 0 : bytes;
    }

    private static int mpegLength(Head head, int index) {
        int second = head.at(index + 1);
        int third = head.at(index + 2);
        if (head.at(index) != 0xff || second < 0xe0 || third < 0) {
            return 0;
        }
        int version = (second >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
        int layer = 4 - ((second >> 1) & 3);
        int rate = third >> 4;
        int hertz = (third >> 2) & 3;
        if (version == 1 || layer == 4 || rate == 0 || rate == 15 || hertz == 3) {
            return 0;
        }
        int divided = version == 3 ? 1 : version == 2 ? 2 : 4;
        return bytes(version == 3, layer, rate, HERTZ[hertz] / divided, (third >> 1) & 1);
    }

    private static int bytes(boolean first, int layer, int rate, int hertz, int padding) {
        int kilobits = KILOBITS[first ? layer - 1 : layer == 1 ? 3 : 4][rate];
        if (layer == 1) {
            return (12_000 * kilobits / hertz + padding) * 4;
        }
        int eighths = first || layer == 2 ? 144_000 : 72_000;
        return eighths * kilobits / hertz + padding;
    }
}
