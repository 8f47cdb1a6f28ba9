package stt.engine.text;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import stt.engine.UnusableModel;

/**
 * The byte-level BPE vocabulary of a Hugging Face {@code tokenizer.json} (model type BPE), for turning tokens into text
 * and text into tokens. Immutable, thread-safe.
 */
public final class Tokenizer {

    private static final int[] BYTE_OF_CHARACTER = byteOfCharacter();

    private final byte[] bytes;
    private final int[] offsets;

    /** Made when first needed: few transcriptions come with text. */
    private final AtomicReference<BytePairs> pairs = new AtomicReference<>();

    private Tokenizer(List<byte[]> tokens) {
        offsets = new int[tokens.size() + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 19);
        for (int id = 0; id < tokens.size(); id++) {
            all.writeBytes(tokens.get(id));
            offsets[id + 1] = all.size();
        }
        bytes = all.toByteArray();
    }

    /**
     * Reads the vocabulary.
     *
     * @throws UnusableModel when the file is missing or is not such a vocabulary
     */
    public static Tokenizer load(Path file) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.createParser(in)) {
            seek(parser, "model");
            seek(parser, "vocab");
            List<byte[]> tokens = vocabulary(parser);
            if (tokens.isEmpty()) {
                throw new UnusableModel("The tokenizer " + file + " has an empty vocabulary.");
            }
            return new Tokenizer(tokens);
        } catch (IOException e) {
            throw new UnusableModel("The tokenizer " + file + " cannot be read: " + e.getMessage(), e);
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
            throw new UnusableModel("The tokenizer " + file + " is not a byte-level BPE tokenizer.json.", e);
        }
    }

    /** Moves to the start of the value of {@code key}, in the object that was entered or is about to be. */
    private static void seek(JsonParser parser, String key) {
        if (parser.next() != Event.START_OBJECT) {
            throw new IllegalStateException("expected an object around \"" + key + "\"");
        }
        while (parser.next() == Event.KEY_NAME) {
            if (parser.getString().equals(key)) {
                return;
            }
            switch (parser.next()) {
                case START_OBJECT -> parser.skipObject();
                case START_ARRAY -> parser.skipArray();
                default -> {}
            }
        }
        throw new IllegalStateException("no \"" + key + "\"");
    }

    private static List<byte[]> vocabulary(JsonParser parser) {
        List<byte[]> tokens = new ArrayList<>();
        parser.next();
        while (parser.next() == Event.KEY_NAME) {
            byte[] token = bytesOf(parser.getString());
            parser.next();
            int id = parser.getInt();
            while (tokens.size() <= id) {
                tokens.add(new byte[0]);
            }
            tokens.set(id, token);
        }
        return tokens;
    }

    private static byte[] bytesOf(String token) {
        byte[] result = new byte[token.length()];
        int count = 0;
        for (int i = 0; i < token.length(); i++) {
            char character = token.charAt(i);
            int value = character < BYTE_OF_CHARACTER.length ? BYTE_OF_CHARACTER[character] : -1;
            if (value >= 0) {
                result[count++] = (byte) value;
            }
        }
        return Arrays.copyOf(result, count);
    }

    /** GPT-2's table: printable Latin-1 characters stand for their own byte, the other bytes follow from U+0100 on. */
    private static int[] byteOfCharacter() {
        int[] table = new int[256 + 68];
        Arrays.fill(table, -1);
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xa1 && value != 0xad);
            table[printable ? value : next++] = value;
        }
        return table;
    }

    /** Tokens of the vocabulary; ids from here on have no text. */
    public int size() {
        return offsets.length - 1;
    }

    /** The tokens of a text; control tokens that it may spell are none of them. */
    public int[] encode(String text) {
        BytePairs known = pairs.get();
        if (known == null) {
            known = new BytePairs(bytes, offsets);
            pairs.set(known);
        }
        return known.encode(text);
    }

    /** The tokens' text; tokens without text and bytes that are no UTF-8 are left out. */
    public String decode(int[] tokens) {
        StringBuilder text = new StringBuilder();
        units(tokens).forEach(unit -> text.append(unit.text()));
        return text.toString();
    }

    /** The tokens in groups that end where characters end, in order, none left out. */
    public List<TextUnit> units(int[] tokens) {
        List<TextUnit> units = new ArrayList<>();
        Utf8Assembler characters = new Utf8Assembler();
        int from = 0;
        for (int i = 0; i < tokens.length; i++) {
            append(tokens[i], characters);
            if (characters.whole() || i == tokens.length - 1) {
                units.add(new TextUnit(characters.take(), from, i + 1));
                from = i + 1;
            }
        }
        return units;
    }

    private void append(int token, Utf8Assembler characters) {
        if (token >= 0 && token < size()) {
            for (int at = offsets[token]; at < offsets[token + 1]; at++) {
                characters.accept(bytes[at]);
            }
        }
    }
}
