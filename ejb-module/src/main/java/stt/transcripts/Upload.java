package stt.transcripts;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording that somebody sent.
 *
 * @param file where it lies; whoever put it there removes it
 * @param title what the transcript is to be called at first
 * @param received when the request for it came
 * @param clientAddress the IP address that it came from
 * @param request how to transcribe it
 */
public record Upload(Path file, String title, Instant received, String clientAddress, TranscriptionRequest request) {}
