package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayInputStream;
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
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import stt.models.whisper.TensorFile.StoredTensor;

/**
 * Reads what a safetensors file says about itself, checking every number before it is believed. The layout is that of
 * the format's own description: length of the header (u64, little-endian), the header, which is a JSON object of tensors
 * by name with {@code dtype}, {@code shape} and {@code data_offsets}, then the numbers, without holes or overlaps.
 */
final class SafetensorsHeader {
    /** A header of a Whisper model has 60 to 200 kB. */
    private static final int LONGEST = 1 << 24;

    private static final int MAX_RANK = 4;
    private static final String METADATA = "__metadata__";
    private static final Map<String, StoredType> TYPES =
            Map.of("F32", StoredType.FLOAT32, "F16", StoredType.FLOAT16, "BF16", StoredType.BFLOAT16);

    private final Path file;
    private final FileChannel channel;

    SafetensorsHeader(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return tensors by name, in the order of the header */
    Map<String, StoredTensor> read() throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new UnreadableModel(
                    "%s is no safetensors file: that begins with a length of %d bytes, but this has %d"
                            .formatted(file, Long.BYTES, size));
        }
        long length = bytes(0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST) {
            throw new UnreadableModel(
                    "%s is no safetensors file of a Whisper model: its header should have 2 to %d bytes, but claims %s"
                            .formatted(file, LONGEST, Long.toUnsignedString(length)));
        }
        if (length > size - Long.BYTES) {
            throw new UnreadableModel("%s is truncated: its header should take %d bytes, but the file ends at byte %d"
                    .formatted(file, length, size));
        }
        byte[] header = bytes(Long.BYTES, (int) length).array();
        return new SafetensorsLayout(file, Long.BYTES + length, size).place(parse(header));
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new UnreadableModel("%s became shorter while it was read".formatted(file));
            }
        }
        return bytes.flip();
    }

    /** What the header says of a tensor; {@code begin} and {@code end} count from the end of the header. */
    record Claim(StoredType type, WeightSource.Shape shape, long begin, long end) {}

    private Map<String, Claim> parse(byte[] header) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        try (JsonParser parser =
                Json.createParserFactory(null).createParser(new ByteArrayInputStream(header), StandardCharsets.UTF_8)) {
            expect(parser, Event.START_OBJECT);
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                expect(parser, Event.START_OBJECT);
                if (name.equals(METADATA)) {
                    parser.skipObject();
                } else if (claims.put(name, claim(parser, name)) != null) {
                    throw damaged("tensor " + name + " occurs twice");
                }
            }
        } catch (JsonException | IllegalStateException | ArithmeticException | NoSuchElementException e) {
            throw new UnreadableModel("%s is damaged: its header is not the JSON that it should be".formatted(file), e);
        }
        return claims;
    }

    private Claim claim(JsonParser parser, String name) {
        StoredType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (parser.next() == Event.KEY_NAME) {
            switch (parser.getString()) {
                case "dtype" -> type = type(parser, name);
                case "shape" -> shape = numbers(parser);
                case "data_offsets" -> offsets = numbers(parser);
                default -> throw damaged("%s has an unexpected field %s".formatted(name, parser.getString()));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw damaged("%s should have a dtype, a shape and two data_offsets".formatted(name));
        }
        return new Claim(type, shape(name, shape), offsets.get(0), offsets.get(1));
    }

    private StoredType type(JsonParser parser, String name) {
        expect(parser, Event.VALUE_STRING);
        @Nullable StoredType type = TYPES.get(parser.getString());
        if (type == null) {
            throw new UnreadableModel(
                    "%s: %s holds %s numbers, but the importer needs F32, F16 or BF16; a quantized model cannot be imported"
                            .formatted(file, name, parser.getString()));
        }
        return type;
    }

    private WeightSource.Shape shape(String name, List<Long> shape) {
        if (shape.size() > MAX_RANK) {
            throw damaged(
                    "%s has %d dimensions, where at most %d are expected".formatted(name, shape.size(), MAX_RANK));
        }
        long elements = 1;
        for (long dimension : shape) {
            if (dimension < 1 || dimension > Integer.MAX_VALUE / elements) {
                throw damaged("%s has an impossible shape".formatted(name));
            }
            elements *= dimension;
        }
        return new WeightSource.Shape(shape.stream().map(Math::toIntExact).toList());
    }

    private List<Long> numbers(JsonParser parser) {
        expect(parser, Event.START_ARRAY);
        List<Long> numbers = new ArrayList<>();
        while (parser.next() == Event.VALUE_NUMBER) {
            if (numbers.size() > MAX_RANK) {
                throw damaged("an array of its header is too long");
            }
            numbers.add(parser.getBigDecimal().longValueExact());
        }
        return numbers;
    }

    private void expect(JsonParser parser, Event event) {
        if (parser.next() != event) {
            throw damaged("its header is not the JSON that it should be");
        }
    }

    private UnreadableModel damaged(String what) {
        return new UnreadableModel("%s is damaged: %s".formatted(file, what));
    }
}
