package stt.engine.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text to tokens: GPT-2's byte-level BPE (Radford et al. 2019, section 2.2), merging the pair whose token comes first in the
 * vocabulary, as tiktoken does for openai/whisper. Immutable.
 */
final class BytePairs {

    /** GPT-2's words: contractions, letters, digits or other signs with the space before them, and other space. */
    private static final Pattern WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final int NONE = Integer.MAX_VALUE;

    private final byte[] bytes;
    private final int[] offsets;

    /** Ids of the tokens with text, in the order of their bytes. */
    private final int[] sorted;

    /** Over the vocabulary of a tokenizer: the bytes of token i lie from {@code offsets[i]} to {@code offsets[i + 1]}. */
    BytePairs(byte[] bytes, int[] offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.sorted = IntStream.range(0, offsets.length - 1)
                .filter(id -> offsets[id] < offsets[id + 1])
                .boxed()
                .sorted(Comparator.comparing(id -> id, this::compare))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, offsets[one], offsets[one + 1], bytes, offsets[other], offsets[other + 1]);
    }

    /** The tokens of {@code text}; bytes that the vocabulary does not know are left out. */
    int[] encode(String text) {
        IntStream.Builder tokens = IntStream.builder();
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            merge(words.group().getBytes(StandardCharsets.UTF_8), tokens);
        }
        return tokens.build().toArray();
    }

    private void merge(byte[] word, IntStream.Builder tokens) {
        int parts = word.length;
        int[] from = new int[parts + 1];
        Arrays.setAll(from, i -> i);
        int[] joined = new int[parts];
        for (int i = 0; i + 1 < parts; i++) {
            joined[i] = token(word, from[i], from[i + 2]);
        }
        for (int best = first(joined, parts - 1); best >= 0; best = first(joined, parts - 1)) {
            System.arraycopy(from, best + 2, from, best + 1, parts - best - 1);
            System.arraycopy(joined, best + 1, joined, best, parts - best - 1);
            parts--;
            for (int i = Math.max(0, best - 1); i <= best && i + 1 < parts; i++) {
                joined[i] = token(word, from[i], from[i + 2]);
            }
        }
        for (int i = 0; i < parts; i++) {
            int token = token(word, from[i], from[i + 1]);
            if (token != NONE) {
                tokens.add(token);
            }
        }
    }

    /** Index of the pair to join, -1 when none can be. */
    private static int first(int[] joined, int count) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (joined[i] != NONE && (best < 0 || joined[i] < joined[best])) {
                best = i;
            }
        }
        return best;
    }

    private int token(byte[] word, int from, int to) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int id = sorted[middle];
            int order = Arrays.compareUnsigned(bytes, offsets[id], offsets[id + 1], word, from, to);
            if (order == 0) {
                return id;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return NONE;
    }
}
