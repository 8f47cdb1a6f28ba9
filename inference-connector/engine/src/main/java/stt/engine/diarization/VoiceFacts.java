package stt.engine.diarization;

import stt.engine.audio.AudioFrames;
import stt.engine.audio.SampleFrames;
import stt.engine.kaldi.FilterBank;

/**
 * What a model of voices takes and gives.
 *
 * @param melBins of the Kaldi features that it takes, less their mean; 0 when it takes samples and makes its own features
 * @param dimensions of the vectors that it gives
 * @param scale what samples in [-1, 1] are multiplied by first: 32768 for models that were trained on 16 bit integers
 * @param sameSpeaker mean cosine from which two groups of its vectors are one speaker's, in (0, 1)
 */
public record VoiceFacts(int melBins, int dimensions, double scale, double sameSpeaker) {

    /** CAM++, which is bundled; for where the threshold is from see the decisions of this package. */
    public static final VoiceFacts CAMPPLUS = new VoiceFacts(80, 192, 1, 0.6);

    public VoiceFacts {
        if (melBins < 0 || dimensions < 1 || !(scale > 0) || !(sameSpeaker > 0 && sameSpeaker < 1)) {
            throw new IllegalArgumentException(
                    "no model of voices has %d mel bins, %d dimensions, samples times %s and a threshold of %s"
                            .formatted(melBins, dimensions, scale, sameSpeaker));
        }
    }

    boolean takesSamples() {
        return melBins == 0;
    }

    /** A stream of what the model takes. */
    AudioFrames frames() {
        return takesSamples() ? new SampleFrames(scale) : new FilterBank(melBins, scale);
    }
}
