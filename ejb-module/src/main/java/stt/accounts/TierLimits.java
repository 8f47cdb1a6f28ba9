package stt.accounts;

/**
 * What one tier may do.
 *
 * @param largestFile in bytes
 */
public record TierLimits(long largestFile) {

    public TierLimits {
        if (largestFile <= 0) {
            throw new IllegalArgumentException("the largest file must have at least a byte, found " + largestFile);
        }
    }
}
