package stt.models.whisper;

import java.util.Arrays;
import java.util.Optional;

/** How a ggml file stores numbers: one by one, or quantized in blocks (ggml.h of whisper.cpp 1.7.1, {@code ggml_type}). */
enum GgmlType {
    F32(0, 0, 1, 4),
    F16(1, 1, 1, 2),
    Q4_0(2, 2, 32, 18),
    Q4_1(3, 3, 32, 20),
    Q5_0(6, 8, 32, 22),
    Q5_1(7, 9, 32, 24),
    Q8_0(8, 7, 32, 34),
    Q2_K(10, 10, 256, 84),
    Q3_K(11, 11, 256, 110),
    Q4_K(12, 12, 256, 144),
    Q5_K(13, 13, 256, 176),
    Q6_K(14, 14, 256, 210);

    /** What a file's type is multiplied with by the version of the quantization. */
    private static final int VERSION_FACTOR = 1000;

    private final int code;
    private final int fileCode;
    private final int block;
    private final int bytes;

    /**
     * @param code in the head of a tensor
     * @param fileCode in the head of a file whose matrices are of this type ({@code ggml_ftype})
     * @param block numbers in a block
     * @param bytes of a block
     */
    GgmlType(int code, int fileCode, int block, int bytes) {
        this.code = code;
        this.fileCode = fileCode;
        this.block = block;
        this.bytes = bytes;
    }

    /** The type of the matrices in a file. */
    static Optional<GgmlType> ofFile(int fileCode) {
        return Arrays.stream(values())
                .filter(type -> type.fileCode == fileCode % VERSION_FACTOR)
                .findFirst();
    }

    int code() {
        return code;
    }

    int fileCode() {
        return fileCode;
    }

    /** Whether rows of so many numbers can be stored. */
    boolean fits(int columns) {
        return columns % block == 0;
    }

    /** Bytes of so many numbers. */
    long size(long numbers) {
        return numbers / block * bytes;
    }
}
