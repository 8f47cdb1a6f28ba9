package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, and what is believed. */
class GgmlFileTest {

    private static final int SHAPE_OF_A_VECTOR = 4;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = GeneratedGgml.write(folder.resolve("own.bin"));
    }

    @Test
    void tellsWhatItHolds() {
        GgmlFile ggml = GgmlFile.read(file);

        assertThat(ggml.type()).isEqualTo("f16");
        assertThat(ggml.facts().getInt("d_model")).isEqualTo(32);
        assertThat(ggml.facts().getInt("vocabulary")).isEqualTo(51_864);
        assertThat(ggml.facts().getBoolean("multilingual")).isFalse();
        assertThat(ggml.facts().getJsonArray("languages")).hasSize(1);
    }

    @Test
    void wordsFollowTheFilters() throws IOException {
        ByteBuffer bytes = GeneratedGgml.bytes(file).position(GeneratedGgml.words());

        assertThat(bytes.getInt()).isEqualTo(50_256);
        assertThat(bytes.getInt()).isEqualTo(2);
        assertThat((char) bytes.get()).isEqualTo('w');
    }

    /** Query, key and value are rows of one published matrix. */
    @Test
    void keysAreTheMiddleRowsOfTheAttention() throws IOException {
        ByteBuffer tensor = tensor("encoder.blocks.0.attn.key.weight");

        assertThat(StoredType.halfToFloat(tensor.getShort())).isCloseTo(GeneratedGgml.weight(32, 0), within(0.05f));
        tensor.position(tensor.position() + (32 * 31 + 30) * Short.BYTES);
        assertThat(StoredType.halfToFloat(tensor.getShort())).isCloseTo(GeneratedGgml.weight(63, 31), within(0.05f));
    }

    @Test
    void normsStayNumbersOf32Bits() throws IOException {
        assertThat(tensor("decoder.ln.weight")
                        .getFloat(tensor("decoder.ln.weight").position() + 7 * Float.BYTES))
                .isEqualTo(GeneratedGgml.weight(7, 0));
    }

    /** The numbers of a tensor. */
    private ByteBuffer tensor(String name) throws IOException {
        ByteBuffer bytes = GeneratedGgml.bytes(file);
        int at = nameOf(bytes, name);
        return bytes.position(at + name.length());
    }

    private static int nameOf(ByteBuffer bytes, String name) {
        byte[] all = new byte[bytes.capacity()];
        bytes.get(0, all);
        return new String(all, StandardCharsets.ISO_8859_1).indexOf(name);
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        refused("is no ggml file of whisper.cpp", bytes -> bytes.putInt(0, 7));
    }

    @Test
    void sizesThatNoModelHasAreRefused() {
        refused("no Whisper model has the sizes", bytes -> bytes.putInt(12, -1));
        refused("no Whisper model has the sizes", bytes -> bytes.putInt(20, 1 << 30));
        refused("no Whisper model has the sizes", bytes -> bytes.putInt(32, 3));
        refused("whisper.cpp knows Whisper's vocabularies", bytes -> bytes.putInt(4, 32_000));
        refused("that whisper.cpp 1.7.1 cannot run", bytes -> bytes.putInt(44, 42));
        refused("that whisper.cpp 1.7.1 cannot run", bytes -> bytes.putInt(44, 0));
    }

    @Test
    void wordsThatCannotBeAreRefused() {
        refused("it has 2000000000 words", bytes -> bytes.putInt(GeneratedGgml.words(), 2_000_000_000));
        refused("word 0 has -2 bytes", bytes -> bytes.putInt(GeneratedGgml.words() + Integer.BYTES, -2));
        refused("word 0 has 1048576 bytes", bytes -> bytes.putInt(GeneratedGgml.words() + Integer.BYTES, 1 << 20));
    }

    @Test
    void tensorsOfAnotherShapeTypeOrNameAreRefused() {
        String name = "decoder.ln.weight";
        refused("is [33] of type 0", bytes -> bytes.putInt(nameOf(bytes, name) - SHAPE_OF_A_VECTOR, 33));
        refused(
                "tensor decoder.ln.weight should be [32] of type F32, but is [32] of type 1",
                bytes -> bytes.putInt(nameOf(bytes, name) - SHAPE_OF_A_VECTOR - Integer.BYTES, 1));
        refused("tensor decoder.xn.weight", bytes -> bytes.put(nameOf(bytes, name) + 8, (byte) 'x'));
        refused("there is no tensor at byte", bytes -> bytes.putInt(nameOf(bytes, name) - 12, 1 << 28));
    }

    @Test
    void aFileThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Integer> ends = new ArrayList<>(List.of(3, 40, 1000, GeneratedGgml.words() + 2, whole.length - 1));
        Collections.addAll(ends, whole.length / 2, whole.length / 3);
        for (int end : ends) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> GgmlFile.read(file)).as("of %d bytes", end).isInstanceOf(UnreadableModel.class);
        }
    }

    @Test
    void aFileWithoutItsLastTensorIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int last = nameOf(ByteBuffer.wrap(whole), "decoder.ln.bias") - SHAPE_OF_A_VECTOR - 12;
        Files.write(file, Arrays.copyOf(whole, last));

        assertThatThrownBy(() -> GgmlFile.read(file)).hasMessageContaining("it has no tensor decoder.ln.bias");
    }

    @Test
    void theOnlyFileOfAFolderIsFoundWhateverItsName() throws IOException {
        Files.writeString(folder.resolve("model.bin"), "weights of another kind");
        assertThat(GgmlFile.in(folder, "court.bin")).contains("own.bin");

        Files.copy(file, folder.resolve("other.bin"));
        assertThatThrownBy(() -> GgmlFile.in(folder, "court.bin"))
                .hasMessageContaining("holds several models: other.bin, own.bin; it should hold one, or court.bin");
        assertThat(GgmlFile.in(folder, "own.bin")).contains("own.bin");
        assertThat(GgmlFile.in(folder.resolve("none"), "own.bin")).isEmpty();
    }

    private void refused(String why, Consumer<ByteBuffer> change) {
        try {
            Path changed = folder.resolve("changed");
            byte[] bytes = Files.readAllBytes(file);
            change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            Files.write(changed, bytes);
            assertThatThrownBy(() -> GgmlFile.read(changed))
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining(why);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
