package stt.connector;

import jakarta.resource.spi.ConnectionRequestInfo;
import stt.engine.EngineOptions;

/**
 * What a session is asked for. The pool hands out a session only to a request that equals the one it was opened for.
 *
 * @param model id of the model
 * @param options that its engine runs with
 */
public record SessionRequest(String model, EngineOptions options) implements ConnectionRequestInfo {

    /** What stands for the id of the models that tell speakers apart, which are part of the adapter. */
    static final String DIARIZATION = "diarization";

    /** What it runs on: {@code cpu}, or {@code cuda:} and the number of the GPU. */
    String device() {
        return options.device();
    }

    /** Whether it is asked for telling speakers apart; else for transcribing. */
    boolean diarizes() {
        return model.equals(DIARIZATION);
    }
}
