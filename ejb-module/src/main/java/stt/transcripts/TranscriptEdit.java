package stt.transcripts;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody changes in a whole transcript.
 *
 * @param title the new one; empty leaves it as it is
 * @param speakers new names, by what the speakers are called now or were called by recognition
 */
public record TranscriptEdit(Optional<String> title, Map<String, String> speakers) {

    public TranscriptEdit {
        speakers = Map.copyOf(speakers);
    }
}
