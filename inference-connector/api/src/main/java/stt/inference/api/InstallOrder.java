package stt.inference.api;

import java.util.Optional;

/**
 * How to install a model.
 *
 * @param folder name of a folder of {@code stt.models.import-dir} with the model's files; empty for the catalog's sources
 * @param engine that a model of one's own is for; empty for our own
 * @param precision of the weights; empty to accept what is installed, and else the default
 * @param acceptLicence whether a licence that restricts use is accepted
 */
public record InstallOrder(
        Optional<String> folder, Optional<Engine> engine, Optional<Precision> precision, boolean acceptLicence) {

    /** What can run a model of one's own. */
    public enum Engine {
        /** Our own, for weights as Hugging Face or CTranslate2 lay them out. */
        WHISPER("whisper"),
        /** whisper.cpp, for ggml files. */
        WHISPER_CPP("whisper.cpp");

        private final String id;

        Engine(String id) {
            this.id = id;
        }

        /** As the store calls it. */
        public String id() {
            return id;
        }
    }

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
