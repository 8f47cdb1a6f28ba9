package stt.transcripts;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A CDI event, fired within the transaction that stores a finished transcript. What an observer throws rolls that back.
 *
 * @param id of the transcript
 * @param recording what it was made from; whoever put the file there removes it afterwards
 */
public record TranscriptKept(UUID id, Path recording) {}
