package stt.models.whisper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsHeaderTest {
    @TempDir
    Path folder;

    private static SafetensorsBytes two() {
        return new SafetensorsBytes()
                .tensor("one", CTranslate2File.FLOAT32, new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
                .tensor("two", CTranslate2File.FLOAT16, new float[] {8, 9}, 2);
    }

    @Test
    void findsEveryTensorWithTypeAndShape() throws IOException {
        Map<String, TensorFile.StoredTensor> tensors = read(two().bytes());
        assertThat(tensors.keySet()).containsExactly("one", "two");
        TensorFile.StoredTensor one = requireNonNull(tensors.get("one"));
        TensorFile.StoredTensor two = requireNonNull(tensors.get("two"));
        assertThat(one.shape()).hasToString("3 x 2");
        assertThat(two.type()).isEqualTo(StoredType.FLOAT16);
        assertThat(two.offset()).isEqualTo(one.offset() + 24).isEqualTo(two().bytes().length - 4);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = two().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part))
                    .as("first %d of %d bytes", length, whole.length)
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining("model.safetensors");
        }
    }

    @Test
    void refusesOrReadsButNeverFailsOtherwiseOnDamagedBytes() throws IOException {
        byte[] whole = two().bytes();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (UnreadableModel e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, (1L << 24) + 1, 100_000_000_000L})
    void refusesHeadersOfAnImpossibleLength(long length) {
        byte[] file = two().bytes();
        java.nio.ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining(
                        "its header should have 2 to 16777216 bytes, but claims " + Long.toUnsignedString(length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json at all",
                "[]",
                "{\"t\":5}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1e400],\"data_offsets\":[0,4]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[[[[[[1]]]]]],\"data_offsets\":[0,4]}}"
            })
    void refusesHeadersThatAreNotWhatTheFormatSays(String header) {
        assertThatThrownBy(() -> read(SafetensorsBytes.file(header, new byte[4])))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("is damaged: ");
    }

    @Test
    void deepNestingExhaustsNoStack() throws IOException {
        String deep = "{\"__metadata__\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}";
        assertThat(read(SafetensorsBytes.file(deep, new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|8|4|12|lies over another tensor",
                "0|8|0|8|lies over another tensor",
                "0|8|12|20|4 bytes before u belong to no tensor",
                "4|12|12|20|4 bytes before t belong to no tensor",
                "0|8|8|16|its contents end at byte",
                "0|8|-8|0|should take 8 bytes, but its offsets are -8 and 0",
                "0|8|8|15|should take 8 bytes, but its offsets are 8 and 15",
                "0|8|16|8|should take 8 bytes, but its offsets are 16 and 8",
                "0|8|9223372036854775800|-9223372036854775808|should take 8 bytes",
                "0|8|24|32|is truncated: u should end at byte",
            })
    void refusesTensorsThatDoNotFillTheFile(long begin, long end, long otherBegin, long otherEnd, String because) {
        byte[] file = new SafetensorsBytes()
                .claim("t", "F32", new long[] {2}, begin, end)
                .claim("u", "F32", new long[] {2}, otherBegin, otherEnd)
                .data(20)
                .bytes();
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableModel.class).hasMessageContaining(because);
    }

    @Test
    void refusesShapesThatCannotBe() {
        for (long[] shape : new long[][] {{0}, {-1, -1}, {1L << 31}, {1 << 16, 1 << 16}, {1L << 33, 1L << 33}}) {
            byte[] file = new SafetensorsBytes()
                    .claim("t", "F32", shape, 0, 4)
                    .data(4)
                    .bytes();
            assertThatThrownBy(() -> read(file)).hasMessageContaining("t has an impossible shape");
        }
        byte[] file = new SafetensorsBytes()
                .claim("t", "F32", new long[] {1, 1, 1, 1, 1}, 0, 4)
                .data(4)
                .bytes();
        assertThatThrownBy(() -> read(file)).hasMessageContaining("5 dimensions, where at most 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I8", "F64", "U8", "F8_E4M3", "I64"})
    void refusesOtherNumbersAndSaysWhatItNeeds(String type) {
        byte[] file = new SafetensorsBytes()
                .claim("t", type, new long[] {1}, 0, 8)
                .data(8)
                .bytes();
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("t holds " + type + " numbers, but the importer needs F32, F16 or BF16");
    }

    @Test
    void refusesATensorThatOccursTwice() {
        byte[] file = new SafetensorsBytes()
                .claim("t", "F32", new long[] {1}, 0, 4)
                .claim("t", "F32", new long[] {1}, 4, 8)
                .data(8)
                .bytes();
        assertThatThrownBy(() -> read(file)).hasMessageContaining("tensor t occurs twice");
    }

    private Map<String, TensorFile.StoredTensor> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("model.safetensors"), bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            return new SafetensorsHeader(file, channel).read();
        }
    }
}
