package stt.models.whisper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a safetensors file, so that tests can also write wrong ones. */
final class SafetensorsBytes {
    private final List<String> entries = new ArrayList<>(List.of("\"__metadata__\":{\"format\":\"pt\"}"));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** The name of a number type in headers, by CTranslate2's code. */
    static String typeName(int type) {
        return switch (type) {
            case CTranslate2File.FLOAT32 -> "F32";
            case CTranslate2File.FLOAT16 -> "F16";
            case CTranslate2File.BFLOAT16 -> "BF16";
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    SafetensorsBytes tensor(String name, int type, float[] values, long... dimensions) {
        byte[] encoded = CTranslate2File.encode(type, values);
        int begin = data.size();
        data.writeBytes(encoded);
        return claim(name, typeName(type), dimensions, begin, data.size());
    }

    /** A tensor in the header only. */
    SafetensorsBytes claim(String name, String type, long[] dimensions, long begin, long end) {
        entries.add("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, java.util.Arrays.toString(dimensions), begin, end));
        return this;
    }

    /** Numbers that no tensor claims. */
    SafetensorsBytes data(int bytes) {
        data.writeBytes(new byte[bytes]);
        return this;
    }

    byte[] bytes() {
        return file("{" + String.join(",", entries) + "}", data.toByteArray());
    }

    /** A file with any header. */
    static byte[] file(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }
}
