package stt.engine.whisper;

/**
 * What a decoder needs room for while it decodes.
 *
 * @param rows texts side by side at most
 * @param window the first window that is read
 * @param shared whether all rows read that window; otherwise each reads the next
 * @param positions tokens of a row at most, prompt included
 * @param traced tokens of a step at most whose attention is kept; 0 when it is not wanted
 */
record DecoderLayout(int rows, int window, boolean shared, int positions, int traced) {

    /** A text for each of the first {@code windows} windows. */
    static DecoderLayout sideBySide(int windows, int positions, int traced) {
        return new DecoderLayout(windows, 0, false, positions, traced);
    }

    /** Several texts for the first window. */
    static DecoderLayout ofOneWindow(int rows, int positions) {
        return new DecoderLayout(rows, 0, true, positions, 0);
    }
}
