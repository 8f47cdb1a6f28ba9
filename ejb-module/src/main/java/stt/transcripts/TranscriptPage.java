package stt.transcripts;

import java.util.List;

/**
 * Some of the transcripts that a filter admits, newest first.
 *
 * @param count of all that it admits
 * @param transcripts of this page
 */
public record TranscriptPage(long count, List<TranscriptSummary> transcripts) {

    public TranscriptPage {
        transcripts = List.copyOf(transcripts);
    }
}
