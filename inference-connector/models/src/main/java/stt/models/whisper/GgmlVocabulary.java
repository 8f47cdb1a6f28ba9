package stt.models.whisper;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words of a tokenizer.json as whisper.cpp wants them: the bytes that they stand for, without control tokens. */
final class GgmlVocabulary {

    private GgmlVocabulary() {}

    /**
     * @param tokenizer a Hugging Face tokenizer
     * @param count of words: the ids from 0 on; one that is not used is empty
     */
    static List<byte[]> words(JsonFile tokenizer, int count) {
        return tokenizer.read(reader -> {
            JsonObject ids = reader.readObject().getJsonObject("model").getJsonObject("vocab");
            List<byte[]> words = new ArrayList<>(Collections.nCopies(count, new byte[0]));
            ids.forEach((word, id) -> {
                int index = ((JsonNumber) id).intValueExact();
                if (index < count) {
                    words.set(index, bytes(word));
                }
            });
            return words;
        });
    }

    /** A vocabulary spells bytes that are no printable Latin-1 characters as characters from U+0100 on (GPT-2's byte-level BPE). */
    private static byte[] bytes(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        word.codePoints().forEach(character -> {
            int value = isPlain(character) ? character : unprintable(character - 0x100);
            if (value >= 0) {
                bytes.write(value);
            } else { // no byte-level character: the word is spelled as it is
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static boolean isPlain(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xa1 && value <= 0xac) || (value >= 0xae && value <= 0xff);
    }

    /** The {@code index}th byte that is not plain; -1 when there are not so many. */
    private static int unprintable(int index) {
        if (index < 0) {
            return -1;
        }
        int left = index;
        for (int value = 0; value <= 0xff; value++) {
            if (!isPlain(value) && left-- == 0) {
                return value;
            }
        }
        return -1;
    }
}
