package stt.connector.devices;

import java.util.Locale;

/** What models are to run on. */
public enum Provider {
    /** GPUs, where everything for them is there and works; else the CPU. */
    AUTO,
    /** GPUs and nothing else: without them no model runs. */
    CUDA,
    /** The CPU, whatever else there is. */
    CPU;

    /** @throws IllegalArgumentException when {@code text} is none of them, in lower case */
    public static Provider of(String text) {
        for (Provider provider : values()) {
            if (provider.name().toLowerCase(Locale.ROOT).equals(text)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("stt.inference.provider must be auto, cuda or cpu, found \"" + text + "\"");
    }
}
