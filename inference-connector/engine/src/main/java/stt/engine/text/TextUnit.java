package stt.engine.text;

/**
 * The fewest tokens that give whole characters.
 *
 * @param text what they say; empty when their bytes were no characters
 * @param from index of the first token
 * @param to index after the last
 */
public record TextUnit(String text, int from, int to) {}
