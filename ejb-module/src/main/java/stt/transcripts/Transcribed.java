package stt.transcripts;

import java.util.Optional;
import java.util.UUID;
import stt.inference.api.Transcript;

/**
 * A transcript, and where it is kept.
 *
 * @param id of the kept transcript; empty for an anonymous caller, whose transcript is kept nowhere
 * @param transcript what was said
 */
public record Transcribed(Optional<UUID> id, Transcript transcript) {}
