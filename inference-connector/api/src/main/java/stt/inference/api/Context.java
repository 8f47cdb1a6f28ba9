package stt.inference.api;

import java.util.Optional;

/**
 * What the model is told before it listens. Half of the model's text context is for it (223 tokens): hotwords first, of
 * which the beginning counts, then the prompt and what was decoded, of which the end does.
 *
 * @param prompt text as it could stand before the recording, of 4000 characters at most: names, spelling and style are
 *     taken from it; it is for the beginning of the recording with {@code previousText} or {@link Strategy#SEQUENTIAL}, else
 *     for every piece
 * @param hotwords words to expect before every window or piece, as plain text of 4000 characters at most, for example
 *     {@code Payara, Hazelcast}
 * @param previousText whether what was decoded is told for what follows: steadier style and names, but errors carry on, and
 *     pieces can no longer be decoded side by side
 */
public record Context(Optional<String> prompt, Optional<String> hotwords, boolean previousText) {

    /** Nothing. */
    public static final Context NONE = new Context(Optional.empty(), Optional.empty(), false);

    private static final int LONGEST = 4_000;

    /** Space around texts is dropped; blank ones are none. */
    public Context {
        prompt = prompt.map(String::strip).filter(text -> !text.isEmpty());
        hotwords = hotwords.map(String::strip).filter(text -> !text.isEmpty());
        prompt.ifPresent(text -> Checks.range("a prompt's characters", text.length(), 0, LONGEST));
        hotwords.ifPresent(text -> Checks.range("the hotwords' characters", text.length(), 0, LONGEST));
    }
}
