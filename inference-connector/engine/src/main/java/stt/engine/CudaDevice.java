package stt.engine;

/**
 * A GPU to run on.
 *
 * @param ordinal its number as CUDA counts, from 0
 * @param memoryLimit bytes that one graph may take of its memory, weights included
 */
public record CudaDevice(int ordinal, long memoryLimit) {

    public CudaDevice {
        if (ordinal < 0) {
            throw new IllegalArgumentException("a CUDA device is numbered from 0, found " + ordinal);
        }
        if (memoryLimit <= 0) {
            throw new IllegalArgumentException("a limit of memory must be positive, found " + memoryLimit);
        }
    }
}
