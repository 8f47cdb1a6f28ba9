package stt.transcripts;

import stt.inference.api.TranscriptionOptions;

/**
 * How a recording is to be transcribed.
 *
 * @param model as the caller named it
 * @param options how the model is to work
 * @param diarize whether speakers are to be told apart
 * @param speakers how many are expected, 0 to find out
 * @param splitChannels whether channels are transcribed apart, and are a speaker each
 */
public record TranscriptionRequest(
        String model, TranscriptionOptions options, boolean diarize, int speakers, boolean splitChannels) {

    /** More than anyone can tell apart by ear. */
    public static final int MOST_SPEAKERS = 100;

    public TranscriptionRequest {
        if (speakers < 0 || speakers > MOST_SPEAKERS) {
            throw new IllegalArgumentException(
                    "the number of speakers must be from 0 to " + MOST_SPEAKERS + ", found " + speakers);
        }
    }
}
