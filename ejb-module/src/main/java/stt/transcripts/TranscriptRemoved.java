package stt.transcripts;

import java.util.UUID;

/**
 * A CDI event, fired within the transaction that removes a transcript: who works on it stops, who keeps something of it lets
 * it go when the transaction commits.
 */
public record TranscriptRemoved(UUID id, UUID account, StoredTranscript.Status status) {}
