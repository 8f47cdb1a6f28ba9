package stt.transcripts;

import java.util.Optional;

/**
 * What somebody changes in a segment. An outer empty leaves it as it is, an inner empty brings back what was recognized.
 *
 * @param text to show
 * @param speaker to show
 */
public record SegmentEdit(Optional<Optional<String>> text, Optional<Optional<String>> speaker) {}
