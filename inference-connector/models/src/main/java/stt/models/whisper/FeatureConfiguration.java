package stt.models.whisper;

import jakarta.json.JsonObject;

/** What {@code preprocessor_config.json} says of the features; what it leaves out is Whisper's usual. */
record FeatureConfiguration(int melBins, int samplingRate, int windowSamples, int hopSamples) {
    private static final int SAMPLING_RATE = 16_000; // Radford et al. 2022, section 2.2, as the next two
    private static final int WINDOW_SAMPLES = 400;
    private static final int HOP_SAMPLES = 160;

    static FeatureConfiguration of(JsonObject json, int melBins) {
        return new FeatureConfiguration(
                json.getInt("feature_size", melBins),
                json.getInt("sampling_rate", SAMPLING_RATE),
                json.getInt("n_fft", WINDOW_SAMPLES),
                json.getInt("hop_length", HOP_SAMPLES));
    }

    /** @throws UnreadableModel when the engine does not compute such features, or the weights want others */
    void check(WhisperDimensions dimensions) {
        expect("feature_size", dimensions.melBins(), melBins);
        expect("sampling_rate", SAMPLING_RATE, samplingRate);
        expect("n_fft", WINDOW_SAMPLES, windowSamples);
        expect("hop_length", HOP_SAMPLES, hopSamples);
    }

    private static void expect(String name, int expected, int found) {
        if (found != expected) {
            throw new UnreadableModel("preprocessor_config.json should have a %s of %d to fit the model, but has %d"
                    .formatted(name, expected, found));
        }
    }
}
