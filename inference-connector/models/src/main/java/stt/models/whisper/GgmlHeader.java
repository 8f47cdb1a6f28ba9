package stt.models.whisper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What is before the tensors of a ggml file: sizes, mel filters and words, in that order.
 *
 * @param matrices how the file stores matrices
 * @param end the position of the first tensor
 */
record GgmlHeader(WhisperDimensions dimensions, GgmlType matrices, long end) {

    private static final int SIZES = 12;
    private static final int LONGEST_WORD = 1024;
    private static final int AUDIO_POSITIONS = 1500;
    private static final int MOST = 1 << 13;

    /** @throws UnreadableModel when it is not that of a model that whisper.cpp can run */
    static GgmlHeader read(Path path, FileChannel channel) throws IOException {
        GgmlReader in = new GgmlReader(path, channel, 0);
        int[] sizes = in.integers(SIZES);
        if (sizes[0] != GgmlWriter.MAGIC) {
            throw new UnreadableModel("%s is no ggml file of whisper.cpp".formatted(path));
        }
        WhisperDimensions dimensions =
                new WhisperDimensions(sizes[3], sizes[4], sizes[5], sizes[9], sizes[1], sizes[10], sizes[2], sizes[6]);
        check(path, dimensions, sizes);
        GgmlType matrices = GgmlType.ofFile(sizes[11])
                .filter(type -> type != GgmlType.F32 && type.fits(dimensions.width()))
                .orElseThrow(() -> new UnreadableModel(
                        "%s stores its numbers in a way (%d) that whisper.cpp 1.7.1 cannot run; it runs f16 and what is quantized, not f32"
                                .formatted(path, sizes[11])));
        skipFilters(in, path, dimensions);
        skipWords(in, path, dimensions);
        return new GgmlHeader(dimensions, matrices, in.position());
    }

    private static void check(Path path, WhisperDimensions found, int[] sizes) {
        boolean sound = found.width() > 0
                && found.width() <= MOST
                && found.heads() > 0
                && found.width() % found.heads() == 0
                && sizes[7] == found.width()
                && sizes[8] == found.heads()
                && isCount(found.encoderLayers())
                && isCount(found.decoderLayers())
                && found.audioPositions() == AUDIO_POSITIONS
                && found.textPositions() > 0
                && found.textPositions() <= MOST
                && (found.melBins() == 80 || found.melBins() == 128);
        if (!sound) {
            throw new UnreadableModel("%s is damaged: no Whisper model has the sizes %s".formatted(path, found));
        }
        if (!GgmlTokens.isKnown(found.vocabulary())) {
            throw new UnreadableModel("%s has %d tokens; whisper.cpp knows Whisper's vocabularies of 51864 to 51866"
                    .formatted(path, found.vocabulary()));
        }
    }

    private static boolean isCount(int layers) {
        return layers > 0 && layers <= 256;
    }

    private static void skipFilters(GgmlReader in, Path path, WhisperDimensions dimensions) throws IOException {
        int[] shape = in.integers(2);
        if (shape[0] != dimensions.melBins() || shape[1] != MelFilters.BANDS) {
            throw new UnreadableModel("%s is damaged: its mel filters are %d x %d instead of %d x %d"
                    .formatted(path, shape[0], shape[1], dimensions.melBins(), MelFilters.BANDS));
        }
        in.skip((long) shape[0] * shape[1] * Float.BYTES);
    }

    private static void skipWords(GgmlReader in, Path path, WhisperDimensions dimensions) throws IOException {
        int words = in.integers(1)[0];
        if (words < GgmlTokens.words(dimensions.vocabulary()) || words > dimensions.vocabulary()) {
            throw new UnreadableModel(
                    "%s is damaged: it has %d words for %d tokens".formatted(path, words, dimensions.vocabulary()));
        }
        for (int i = 0; i < words; i++) {
            int length = in.integers(1)[0];
            if (length < 0 || length > LONGEST_WORD) {
                throw new UnreadableModel("%s is damaged: word %d has %d bytes".formatted(path, i, length));
            }
            in.skip(length);
        }
    }
}
