package stt.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stt.models.whisper.TensorFile.StoredTensor;

/**
 * Reads what {@code model.bin} says about itself, checking every number before it is believed. The layout, all
 * little-endian, is that of CTranslate2's {@code ModelSpec._serialize}: binary version (u32), name of the specification,
 * its revision (u32), number of tensors (u32); for each a name, rank (u8), dimensions (u32), type (u8), bytes (u32) and
 * the data; then aliases: their number (u32) and for each its name and the tensor it stands for. A string is its length
 * with the closing zero (u16) and its bytes.
 */
final class CTranslate2Directory {
    private static final int BINARY_VERSION = 6;
    private static final int SPECIFICATION_REVISION = 3;
    private static final String SPECIFICATION = "WhisperSpec";
    private static final int MAX_RANK = 4;
    private static final int MAX_NAME = 256;
    private static final int MAX_TENSORS = 100_000;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer field = ByteBuffer.allocate(MAX_NAME + 1).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    CTranslate2Directory(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    /** @return tensors and aliases by name, in the order of the file */
    Map<String, StoredTensor> read() throws IOException {
        readHeader();
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (long left = count("tensors"); left > 0; left--) {
            String name = string("the name of a tensor");
            if (tensors.put(name, tensor(name)) != null) {
                throw damaged("tensor " + name + " occurs twice");
            }
        }
        readAliases(tensors);
        if (position != size) {
            throw damaged("its contents end at byte %d, but the file has %d".formatted(position, size));
        }
        return tensors;
    }

    private void readHeader() throws IOException {
        long version = unsigned(Integer.BYTES, "the version");
        if (version != BINARY_VERSION) {
            throw new UnreadableModel("%s is not a model.bin of CTranslate2 with binary version %d: it begins with %d"
                    .formatted(file, BINARY_VERSION, version));
        }
        String specification = string("the kind of model");
        if (!specification.equals(SPECIFICATION)) {
            throw new UnreadableModel("%s should hold a Whisper model (%s), but holds a %s"
                    .formatted(file, SPECIFICATION, specification));
        }
        long revision = unsigned(Integer.BYTES, "the revision");
        if (revision != SPECIFICATION_REVISION) {
            throw new UnreadableModel("%s should have revision %d of %s, but has %d"
                    .formatted(file, SPECIFICATION_REVISION, SPECIFICATION, revision));
        }
    }

    private StoredTensor tensor(String name) throws IOException {
        long rank = unsigned(Byte.BYTES, "the rank of " + name);
        if (rank > MAX_RANK) {
            throw damaged("%s has %d dimensions, where at most %d are expected".formatted(name, rank, MAX_RANK));
        }
        List<Integer> dimensions = new ArrayList<>();
        long elements = 1;
        for (int i = 0; i < rank; i++) {
            long dimension = unsigned(Integer.BYTES, "the shape of " + name);
            elements *= dimension;
            if (dimension == 0 || elements > Integer.MAX_VALUE) {
                throw damaged("%s has an impossible shape".formatted(name));
            }
            dimensions.add((int) dimension);
        }
        return data(name, new WeightSource.Shape(dimensions));
    }

    private StoredTensor data(String name, WeightSource.Shape shape) throws IOException {
        long code = unsigned(Byte.BYTES, "the type of " + name);
        StoredType type = StoredType.of((int) code)
                .orElseThrow(() -> damaged("%s has the unknown number type %d".formatted(name, code)));
        long bytes = unsigned(Integer.BYTES, "the size of " + name);
        if (bytes != shape.size() * type.bytes()) {
            throw damaged("%s (%s, %s) should take %d bytes, but claims %d"
                    .formatted(name, shape, type, shape.size() * type.bytes(), bytes));
        }
        long offset = position;
        if (bytes > size - offset) {
            throw truncated("the numbers of " + name, bytes);
        }
        position += bytes;
        return new StoredTensor(shape, type, offset);
    }

    private void readAliases(Map<String, StoredTensor> tensors) throws IOException {
        for (long left = count("aliases"); left > 0; left--) {
            String alias = string("the name of an alias");
            StoredTensor target = tensors.get(string("the tensor that " + alias + " stands for"));
            if (target == null || tensors.put(alias, target) != null) {
                throw damaged("alias " + alias + " stands for no tensor, or is one");
            }
        }
    }

    private long count(String what) throws IOException {
        long count = unsigned(Integer.BYTES, "the number of " + what);
        if (count > MAX_TENSORS) {
            throw damaged("it claims to have %d %s".formatted(count, what));
        }
        return count;
    }

    private String string(String what) throws IOException {
        int length = (int) unsigned(Short.BYTES, what);
        if (length < 1 || length > MAX_NAME) {
            throw damaged("%s should have 1 to %d bytes, but has %d".formatted(what, MAX_NAME, length));
        }
        take(length, what);
        String text = new String(field.array(), 0, length - 1, StandardCharsets.US_ASCII);
        if (field.get(length - 1) != 0 || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw damaged(what + " is not plain text");
        }
        return text;
    }

    private long unsigned(int bytes, String what) throws IOException {
        take(bytes, what);
        return switch (bytes) {
            case Byte.BYTES -> Byte.toUnsignedLong(field.get(0));
            case Short.BYTES -> Short.toUnsignedLong(field.getShort(0));
            default -> Integer.toUnsignedLong(field.getInt(0));
        };
    }

    private void take(int bytes, String what) throws IOException {
        if (bytes > size - position) {
            throw truncated(what, bytes);
        }
        field.clear().limit(bytes);
        while (field.hasRemaining()) {
            if (channel.read(field, position + field.position()) < 0) {
                throw truncated(what, bytes);
            }
        }
        position += bytes;
    }

    private UnreadableModel truncated(String what, long bytes) {
        return new UnreadableModel("%s is truncated: %s should take %d bytes from byte %d on, but the file ends at %d"
                .formatted(file, what, bytes, position, size));
    }

    private UnreadableModel damaged(String what) {
        return new UnreadableModel("%s is damaged: %s (near byte %d)".formatted(file, what, position));
    }
}
