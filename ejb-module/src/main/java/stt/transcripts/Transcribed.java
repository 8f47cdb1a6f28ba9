package stt.transcripts;

import java.util.Optional;
import java.util.UUID;
import stt.credits.Standing;
import stt.inference.api.Transcript;

/**
 * A transcript, and where it is kept.
 *
 * @param id of the kept transcript; empty for an anonymous caller, whose transcript is kept nowhere
 * @param transcript what was said
 * @param standing where the caller stands with its limits
 */
public record Transcribed(Optional<UUID> id, Transcript transcript, Standing standing) {}
