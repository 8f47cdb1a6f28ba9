package stt.models.whisper;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import stt.models.whisper.Projection.Rows;

/** Reads rows of published tensors a block at a time, and believes nothing that is not a number. */
final class WeightBlocks {
    private static final int BLOCK_ELEMENTS = 1 << 18; // 1 MB of floats

    private final WeightSource source;
    private final LongConsumer progress;

    /** @param progress is told the number of weights after each block */
    WeightBlocks(WeightSource source, LongConsumer progress) {
        this.source = source;
        this.progress = progress;
    }

    @FunctionalInterface
    interface BlockConsumer {
        /** Takes the first {@code elements} of {@code block}, which are those from {@code begin} on of all. */
        void accept(long begin, int elements, float[] block);
    }

    /** @throws UnreadableModel when a number is infinite or none */
    void forEach(Rows rows, BlockConsumer consumer) {
        int columns = source.shape(rows.tensor()).columns();
        int atOnce = Math.min(rows.count(), Math.max(1, BLOCK_ELEMENTS / columns));
        float[] block = new float[atOnce * columns];
        for (int done = 0; done < rows.count(); done += atOnce) {
            int some = Math.min(atOnce, rows.count() - done);
            source.read(rows.tensor(), rows.first() + done, some, block);
            checkFinite(rows.tensor(), block, some * columns);
            scale(block, some * columns, rows.factor());
            consumer.accept((long) done * columns, some * columns, block);
            progress.accept((long) some * columns);
        }
    }

    /**
     * Writes a block's numbers as IEEE 754 binary16 from the buffer's begin on; its position does not matter and is kept.
     *
     * @throws UnreadableModel when one is too large for that
     */
    void putHalves(String tensor, float[] block, int elements, ByteBuffer bytes) {
        for (int i = 0; i < elements; i++) {
            if (Math.abs(block[i]) > StoredType.LARGEST_HALF) {
                throw new UnreadableModel(
                        "%s has a number %s, which is too large for fp16; import the model with another precision"
                                .formatted(source.origin(tensor), block[i]));
            }
            bytes.putShort(2 * i, StoredType.floatToHalf(block[i]));
        }
    }

    private void checkFinite(String tensor, float[] block, int elements) {
        for (int i = 0; i < elements; i++) {
            if (!Float.isFinite(block[i])) {
                throw new UnreadableModel("%s is damaged: it has the number %s, where weights are finite"
                        .formatted(source.origin(tensor), block[i]));
            }
        }
    }

    private static void scale(float[] block, int elements, float factor) {
        if (factor != 1) {
            for (int i = 0; i < elements; i++) {
                block[i] *= factor;
            }
        }
    }
}
