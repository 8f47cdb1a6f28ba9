package stt.models.whisper;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How CTranslate2 stores numbers; the order is its {@code DataType} enumeration (include/ctranslate2/types.h). */
enum StoredType {
    FLOAT32(4),
    INT8(1),
    INT16(2),
    INT32(4),
    FLOAT16(2),
    BFLOAT16(2);

    /** The largest number that binary16 holds. */
    static final float LARGEST_HALF = 65504;

    private static final float SMALLEST_NORMAL_HALF = 0x1p-14f;

    private final int bytes;

    StoredType(int bytes) {
        this.bytes = bytes;
    }

    static Optional<StoredType> of(int code) {
        return code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }

    /** Size of one number. */
    int bytes() {
        return bytes;
    }

    boolean isFloatingPoint() {
        return this == FLOAT32 || this == FLOAT16 || this == BFLOAT16;
    }

    /** Converts the next {@code count} numbers of a little-endian buffer. */
    void decode(ByteBuffer from, float[] into, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            into[i] = switch (this) {
                case FLOAT32 -> from.getFloat();
                case FLOAT16 -> halfToFloat(from.getShort());
                case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << 16);
                case INT8 -> from.get();
                case INT16 -> from.getShort();
                case INT32 -> from.getInt();
            };
        }
    }

    /** IEEE 754 binary16; exact. The JDK has this from 20 on. */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) { // zero and subnormal numbers: fraction * 2^-24
            return Float.intBitsToFloat(Float.floatToRawIntBits(fraction * 0x1p-24f) | sign);
        }
        int widened = exponent == 31 ? 255 : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }

    /** The nearest IEEE 754 binary16 number, ties to even, of a magnitude up to {@link #LARGEST_HALF}. The JDK has this from 20 on. */
    static short floatToHalf(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (magnitude < SMALLEST_NORMAL_HALF) { // a multiple of 2^-24; rounding up may give the smallest normal number
            return (short) (sign | (int) Math.rint(magnitude * 0x1p24));
        }
        int rounded = (bits & 0x7fff_ffff) + 0xfff + (bits >>> 13 & 1);
        return (short) (sign | (rounded >>> 13) - ((127 - 15) << 10));
    }
}
