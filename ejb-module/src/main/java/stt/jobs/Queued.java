package stt.jobs;

import java.util.UUID;
import stt.credits.Standing;

/**
 * A job that was accepted.
 *
 * @param transcript that waits for it
 * @param position in the queue, from 1 on
 * @param standing where the caller stands with its limits
 */
public record Queued(UUID transcript, int position, Standing standing) {}
