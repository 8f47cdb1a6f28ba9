package stt.engine;

import java.util.OptionalInt;

/**
 * How an engine uses the machine.
 *
 * @param intraOpThreads threads that one native call may use, at least 1; sessions of one model share them
 * @param cudaDevice ordinal of the CUDA device to run on; empty for the CPU
 */
public record EngineOptions(int intraOpThreads, OptionalInt cudaDevice) {

    public EngineOptions {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException("an engine needs at least 1 thread, found " + intraOpThreads);
        }
        if (cudaDevice.isPresent() && cudaDevice.getAsInt() < 0) {
            throw new IllegalArgumentException("a CUDA device is numbered from 0, found " + cudaDevice.getAsInt());
        }
    }

    /** On the CPU, with so many threads. */
    public static EngineOptions cpu(int intraOpThreads) {
        return new EngineOptions(intraOpThreads, OptionalInt.empty());
    }
}
