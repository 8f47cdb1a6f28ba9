package stt.web.transcripts;

import stt.inference.api.TranscriptionOptions;

/** Options that go together, from which a request starts. */
enum Preset {
    FAST,
    BALANCED,
    ACCURATE;

    /** What it stands for. */
    TranscriptionOptions options() {
        return switch (this) {
            case FAST -> TranscriptionOptions.fast();
            case BALANCED -> TranscriptionOptions.balanced();
            case ACCURATE -> TranscriptionOptions.accurate();
        };
    }
}
