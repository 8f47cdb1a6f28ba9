package stt.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files of 16 kHz, 16 bits, one channel. */
final class Wav {

    private static final int HEADER = 44; // bytes

    private Wav() {}

    /** A recording said {@code times} times over, as one file. */
    static byte[] repeated(Path wav, int times) throws IOException {
        byte[] file = Files.readAllBytes(wav);
        int dataAt = indexOfData(file);
        int length = file.length - dataAt;
        ByteBuffer result = ByteBuffer.allocate(HEADER + length * times).order(ByteOrder.LITTLE_ENDIAN);
        result.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + length * times);
        result.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        result.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        result.putShort((short) 2).putShort((short) 16);
        result.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length * times);
        for (int i = 0; i < times; i++) {
            result.put(file, dataAt, length);
        }
        return result.array();
    }

    private static int indexOfData(byte[] file) {
        for (int i = 12; i < file.length - 8; i++) {
            if (file[i] == 'd' && file[i + 1] == 'a' && file[i + 2] == 't' && file[i + 3] == 'a') {
                return i + 8;
            }
        }
        throw new IllegalArgumentException("no data chunk");
    }
}
