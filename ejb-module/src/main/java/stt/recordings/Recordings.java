package stt.recordings;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import stt.audio.FileType;
import stt.transcripts.Library;
import stt.transcripts.TranscriptSummary;

/** An account's recordings. Somebody else's are as if they did not exist. */
@Stateless
public class Recordings {

    @EJB
    private Library library;

    @Inject
    private RecordingSettings settings;

    /**
     * The recording of a transcript.
     *
     * @throws stt.transcripts.NoSuchTranscript when {@code account} has none with this id
     * @throws NoRecording when none is kept for it
     */
    public Recording of(UUID account, UUID transcript) {
        TranscriptSummary summary = library.summary(account, transcript);
        if (summary.audioBytes().isEmpty()) {
            throw new NoRecording();
        }
        Path file = settings.folder().find(transcript).orElseThrow(NoRecording::new);
        return new Recording(file, summary.title(), FileType.of(file));
    }
}
