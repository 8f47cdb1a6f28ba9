package stt.models.whisper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of a {@code model.bin}, field by field, so that tests can also write wrong ones. */
final class CTranslate2File {
    static final int FLOAT32 = 0;
    static final int INT8 = 1;
    static final int INT16 = 2;
    static final int FLOAT16 = 4;
    static final int BFLOAT16 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static CTranslate2File header(long tensors) {
        return new CTranslate2File().u32(6).string("WhisperSpec").u32(3).u32(tensors);
    }

    CTranslate2File u8(int value) {
        bytes.write(value);
        return this;
    }

    CTranslate2File u16(int value) {
        return u8(value & 0xff).u8(value >> 8 & 0xff);
    }

    CTranslate2File u32(long value) {
        return u16((int) (value & 0xffff)).u16((int) (value >> 16 & 0xffff));
    }

    CTranslate2File string(String text) {
        return u16(text.length() + 1).raw(text.getBytes(StandardCharsets.UTF_8)).u8(0);
    }

    CTranslate2File raw(byte[] some) {
        bytes.writeBytes(some);
        return this;
    }

    /** Everything of a tensor but its numbers. */
    CTranslate2File tensorHeader(String name, int type, long size, long... dimensions) {
        string(name).u8(dimensions.length);
        for (long dimension : dimensions) {
            u32(dimension);
        }
        return u8(type).u32(size);
    }

    CTranslate2File tensor(String name, int type, float[] values, long... dimensions) {
        byte[] encoded = encode(type, values);
        return tensorHeader(name, type, encoded.length, dimensions).raw(encoded);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    static byte[] encode(int type, float[] values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            switch (type) {
                case FLOAT32 -> out.putFloat(value);
                case FLOAT16 -> out.putShort(half(value));
                case BFLOAT16 -> out.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
                case INT16 -> out.putShort((short) value);
                case INT8 -> out.put((byte) value);
                default -> throw new IllegalArgumentException("type " + type);
            }
        }
        byte[] used = new byte[out.position()];
        out.flip().get(used);
        return used;
    }

    /** Truncates to binary16: for numbers whose magnitude it can hold and whose rounding the tests do not look at. */
    static short half(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = ((bits >>> 23) & 0xff) - 127 + 15;
        if (exponent <= 0) { // zero and subnormal numbers: a multiple of 2^-24
            return (short) (((bits >>> 16) & 0x8000) | (int) (Math.abs(value) / 0x1p-24f));
        }
        return (short) (((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >>> 13) & 0x3ff));
    }
}
