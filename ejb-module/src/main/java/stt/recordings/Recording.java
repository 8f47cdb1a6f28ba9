package stt.recordings;

import java.nio.file.Path;
import stt.audio.Container;

/**
 * A kept recording.
 *
 * @param file where it lies; it may be removed at any time
 * @param title of its transcript
 * @param container what kind of file it is
 */
public record Recording(Path file, String title, Container container) {}
