package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CTranslate2WeightsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0.001", "5, 0.01"})
    void readsRowsOfEveryFloatingPointType(int type, float precision) throws IOException {
        float[] values = {1.5f, -2.25f, 0.1f, 65000f, 3e-5f, 0f};
        CTranslate2File file =
                CTranslate2File.header(1).tensor("t", type, values, 3, 2).u32(0);
        try (CTranslate2Weights weights = open(file)) {
            float[] rows = new float[4];
            weights.read("t", 1, 2, rows);
            for (int i = 0; i < rows.length; i++) {
                assertThat(rows[i]).isCloseTo(values[2 + i], within(Math.abs(values[2 + i]) * precision + 1e-6f));
            }
            assertThat(weights.shape("t")).hasToString("3 x 2");
        }
    }

    @Test
    void readsTensorsLargerThanItsBuffer() throws IOException {
        float[] values = new float[300_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        CTranslate2File file = CTranslate2File.header(1)
                .tensor("t", CTranslate2File.FLOAT32, values, 3, 100_000)
                .u32(0);
        try (CTranslate2Weights weights = open(file)) {
            float[] rows = new float[300_000];
            weights.read("t", 0, 3, rows);
            assertThat(Arrays.mismatch(rows, values)).isEqualTo(-1);
        }
    }

    @Test
    void convertsEveryHalfExactly() {
        assertThat(StoredType.halfToFloat((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(StoredType.halfToFloat((short) 0x83ff)).isEqualTo(-1023 * 0x1p-24f);
        assertThat(StoredType.halfToFloat((short) 0x0400)).isEqualTo(0x1p-14f);
        assertThat(StoredType.halfToFloat((short) 0x3c00)).isEqualTo(1f);
        assertThat(StoredType.halfToFloat((short) 0x7bff)).isEqualTo(65504f);
        assertThat(StoredType.halfToFloat((short) 0x8000)).isEqualTo(-0f);
        assertThat(StoredType.halfToFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(StoredType.halfToFloat((short) 0x7e00)).isNaN();
    }

    @Test
    void anAliasReadsTheTensorItStandsFor() throws IOException {
        CTranslate2File file = CTranslate2File.header(1)
                .tensor("t", CTranslate2File.FLOAT32, new float[] {4, 5}, 2)
                .u32(1)
                .string("u")
                .string("t");
        try (CTranslate2Weights weights = open(file)) {
            float[] rows = new float[2];
            weights.read("u", 0, 2, rows);
            assertThat(rows).containsExactly(4, 5);
        }
    }

    @Test
    void refusesQuantizedWeightsAndSaysWhatItNeeds() throws IOException {
        CTranslate2File file = CTranslate2File.header(1)
                .tensor("t", CTranslate2File.INT8, new float[] {1, 2}, 2)
                .u32(0);
        try (CTranslate2Weights weights = open(file)) {
            assertThatThrownBy(() -> weights.read("t", 0, 1, new float[1]))
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining("t holds INT8 numbers, but the importer needs float32, float16 or bfloat16");
        }
    }

    @Test
    void refusesATensorThatIsNotThere() throws IOException {
        try (CTranslate2Weights weights = open(CTranslate2File.header(0).u32(0))) {
            assertThatThrownBy(() -> weights.shape("encoder/conv1/weight"))
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining("has no tensor encoder/conv1/weight");
        }
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = CTranslate2File.header(2)
                .tensor("one", CTranslate2File.FLOAT32, new float[] {1, 2, 3, 4}, 2, 2)
                .tensor("two", CTranslate2File.INT16, new float[] {8})
                .u32(1)
                .string("alias")
                .string("one")
                .bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(part))
                    .as("first %d of %d bytes", length, whole.length)
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining("is truncated")
                    .hasMessageContaining("the file ends at " + length);
        }
    }

    @Test
    void refusesOrReadsButNeverFailsOtherwiseOnDamagedBytes() throws IOException {
        byte[] whole = CTranslate2File.header(2)
                .tensor("one", CTranslate2File.FLOAT32, new float[] {1, 2, 3, 4}, 2, 2)
                .tensor("two", CTranslate2File.INT16, new float[] {8})
                .u32(1)
                .string("alias")
                .string("one")
                .bytes();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try (CTranslate2Weights weights = open(damaged)) {
                assertThat(weights.names()).hasSize(3);
            } catch (UnreadableModel e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void refusesTrailingBytes() {
        byte[] file = CTranslate2File.header(0).u32(0).u8(0).bytes();
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("its contents end at byte 30, but the file has 31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RIFF....WAVEfmt ", "{\"json\": true, \"is\": \"not weights\"}", "PK\003\004aaaaaaaaaaaaaaaa"
            })
    void refusesForeignFiles(String content) {
        assertThatThrownBy(() -> open(content.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("model.bin");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> CTranslate2Weights.open(folder.resolve("absent.bin")))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void refusesOtherVersions() {
        refused(new CTranslate2File().u32(5), "binary version 6: it begins with 5");
        refused(new CTranslate2File().u32(6).string("TransformerSpec").u32(7), "but holds a TransformerSpec");
        refused(
                new CTranslate2File().u32(6).string("WhisperSpec").u32(2).u32(0).u32(0),
                "should have revision 3 of WhisperSpec, but has 2");
    }

    @Test
    void refusesNumbersThatCannotBe() {
        refused(CTranslate2File.header(0xffff_ffffL), "it claims to have 4294967295 tensors");
        refused(CTranslate2File.header(1).string("t").u8(200), "t has 200 dimensions, where at most 4 are expected");
        refused(one(CTranslate2File.FLOAT32, 0, 4, 0), "t has an impossible shape");
        refused(one(CTranslate2File.FLOAT32, 4, 0xffff_ffffL, 0xffff_ffffL), "t has an impossible shape");
        refused(one(77, 4, 1), "unknown number type 77");
        refused(one(CTranslate2File.FLOAT32, 12, 2, 2), "should take 16 bytes, but claims 12");
        refused(one(CTranslate2File.FLOAT32, 1L << 31, 1 << 29), "is truncated: the numbers of t");
    }

    @Test
    void refusesNamesThatCannotBe() {
        refused(CTranslate2File.header(1).u16(0).u32(0), "should have 1 to 256 bytes, but has 0");
        refused(CTranslate2File.header(1).u16(9999).u32(0), "should have 1 to 256 bytes, but has 9999");
        refused(CTranslate2File.header(1).u16(3).raw(new byte[] {'a', 'b', 'c'}), "is not plain text");
        refused(CTranslate2File.header(1).string("a\nb"), "is not plain text");
        refused(
                CTranslate2File.header(2)
                        .tensor("t", CTranslate2File.FLOAT32, new float[] {1}, 1)
                        .tensor("t", CTranslate2File.FLOAT32, new float[] {1}, 1)
                        .u32(0),
                "tensor t occurs twice");
        refused(
                CTranslate2File.header(0).u32(1).string("a").string("absent"),
                "alias a stands for no tensor, or is one");
    }

    private static CTranslate2File one(int type, long size, long... dimensions) {
        return CTranslate2File.header(1)
                .tensorHeader("t", type, size, dimensions)
                .u32(0)
                .u32(0)
                .u32(0);
    }

    private void refused(CTranslate2File file, String because) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining(because)
                .hasMessageContaining("model.bin");
    }

    private CTranslate2Weights open(CTranslate2File file) throws IOException {
        return open(file.bytes());
    }

    private CTranslate2Weights open(byte[] bytes) throws IOException {
        return CTranslate2Weights.open(Files.write(folder.resolve("model.bin"), bytes));
    }
}
