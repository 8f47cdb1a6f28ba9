package stt.engine;

import java.util.Optional;

/**
 * How an engine uses the machine.
 *
 * @param intraOpThreads threads that one native call may use, at least 1; sessions of one model share them
 * @param cuda the CUDA device to run on; empty for the CPU
 */
public record EngineOptions(int intraOpThreads, Optional<CudaDevice> cuda) {

    public EngineOptions {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException("an engine needs at least 1 thread, found " + intraOpThreads);
        }
    }

    /** On the CPU, with so many threads. */
    public static EngineOptions cpu(int intraOpThreads) {
        return new EngineOptions(intraOpThreads, Optional.empty());
    }

    /** What it runs on: {@code cpu}, or {@code cuda:} and the number of the GPU. */
    public String device() {
        return cuda.map(device -> "cuda:" + device.ordinal()).orElse("cpu");
    }
}
