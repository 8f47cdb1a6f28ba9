package stt.audio;

/**
 * How much one recording is like another.
 *
 * @param correlation normalized, at the best lag: 1 for the same wave at any volume
 * @param lagMillis how much later the second recording is
 */
record Likeness(double correlation, double lagMillis) {

    private static final int MOST_LAG = 1600; // 100 ms
    private static final int WINDOW_START = 16_000;
    private static final int WINDOW = 48_000;

    /** Both at 16 kHz; the lag is searched for in three seconds of speech, within a tenth of a second. */
    static Likeness of(float[] original, float[] copy) {
        int best = 0;
        double most = -1;
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            double here = correlation(original, copy, lag, WINDOW_START, WINDOW_START + WINDOW);
            if (here > most) {
                most = here;
                best = lag;
            }
        }
        return new Likeness(correlation(original, copy, best, 0, original.length), best / 16.0);
    }

    private static double correlation(float[] a, float[] b, int lag, int from, int to) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = Math.max(from, -lag); i < Math.min(to, b.length - lag); i++) {
            ab += a[i] * b[i + lag];
            aa += a[i] * a[i];
            bb += b[i + lag] * b[i + lag];
        }
        return ab / Math.sqrt(aa * bb + 1e-20);
    }
}
