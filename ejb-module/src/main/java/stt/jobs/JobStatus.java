package stt.jobs;

import java.util.Optional;
import java.util.OptionalInt;
import stt.transcripts.StoredTranscript;

/**
 * How far a transcript has come.
 *
 * @param status of it
 * @param position in the queue, from 1 on, while it waits
 * @param progress in per cent, while a model works on it
 * @param error why it failed
 */
public record JobStatus(
        StoredTranscript.Status status, OptionalInt position, OptionalInt progress, Optional<String> error) {}
