package stt.inference.api;

import java.util.Optional;

/**
 * How to install a model.
 *
 * @param folder name of a folder of {@code stt.models.import-dir} with the model's files; empty for the catalog's sources
 * @param precision of the weights; empty to accept what is installed, and else the default
 * @param acceptLicence whether a licence that restricts use is accepted
 */
public record InstallOrder(Optional<String> folder, Optional<Precision> precision, boolean acceptLicence) {

    /** What weights are stored as. */
    public enum Precision {
        /** 8-bit blocks, for CPUs. */
        NB8,
        /** 16 bits, for CUDA. */
        FP16,
        /** 32 bits, the reference. */
        FP32
    }
}
