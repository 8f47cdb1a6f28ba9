package stt.engine.audio;

/**
 * The discrete Fourier transform of complex signals whose length is a product of 2, 4 and 5, decimated in time, in place,
 * without garbage. Holds tables only: thread-safe.
 */
public final class MixedRadixFourier {

    private static final double COS_72 = Math.cos(2 * Math.PI / 5);
    private static final double COS_144 = Math.cos(4 * Math.PI / 5);
    private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
    private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

    private final int[] radices;
    private final int[] order;
    private final double[] cos;
    private final double[] sin;

    /** For signals as long as the product of {@code radices}, each 2, 4 or 5, in the order of the stages. */
    public MixedRadixFourier(int... radices) {
        this.radices = radices.clone();
        int length = 1;
        for (int radix : radices) {
            if (radix != 2 && radix != 4 && radix != 5) {
                throw new IllegalArgumentException("a stage has radix 2, 4 or 5, found " + radix);
            }
            length *= radix;
        }
        cos = new double[length];
        sin = new double[length];
        order = new int[length];
        for (int i = 0; i < length; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / length);
            sin[i] = Math.sin(2 * Math.PI * i / length);
            order[i] = reversedDigits(i);
        }
    }

    /** Complex samples of a signal. */
    public int length() {
        return order.length;
    }

    /** Where the sample that belongs at position {@code i} before {@link #transform} comes from. */
    public int source(int i) {
        return order[i];
    }

    /** Transforms samples that lie in the order of {@link #source}; the result is in natural order. */
    public void transform(double[] re, double[] im) {
        int span = 1;
        for (int radix : radices) {
            int step = order.length / (span * radix);
            for (int base = 0; base < order.length; base += span * radix) {
                for (int k = 0; k < span; k++) {
                    butterfly(radix, re, im, base + k, span, k * step);
                }
            }
            span *= radix;
        }
    }

    private int reversedDigits(int index) {
        int source = 0;
        int rest = index;
        int[] digits = new int[radices.length];
        for (int stage = 0; stage < radices.length; stage++) {
            digits[stage] = rest % radices[stage];
            rest /= radices[stage];
        }
        int weight = 1;
        for (int stage = radices.length - 1; stage >= 0; stage--) {
            source += digits[stage] * weight;
            weight *= radices[stage];
        }
        return source;
    }

    private void butterfly(int radix, double[] re, double[] im, int at, int span, int twiddle) {
        for (int j = 1; j < radix && twiddle != 0; j++) {
            int i = at + j * span;
            double c = cos[j * twiddle];
            double s = sin[j * twiddle];
            double r = re[i] * c + im[i] * s;
            im[i] = im[i] * c - re[i] * s;
            re[i] = r;
        }
        switch (radix) {
            case 2 -> two(re, im, at, span);
            case 4 -> four(re, im, at, span);
            default -> five(re, im, at, span);
        }
    }

    private static void two(double[] re, double[] im, int a, int span) {
        int b = a + span;
        double r = re[b];
        double i = im[b];
        re[b] = re[a] - r;
        im[b] = im[a] - i;
        re[a] += r;
        im[a] += i;
    }

    private static void four(double[] re, double[] im, int a, int span) {
        int b = a + span;
        int c = b + span;
        int d = c + span;
        double r0 = re[a] + re[c];
        double r1 = re[a] - re[c];
        double r2 = re[b] + re[d];
        double r3 = re[b] - re[d];
        double i0 = im[a] + im[c];
        double i1 = im[a] - im[c];
        double i2 = im[b] + im[d];
        double i3 = im[b] - im[d];
        re[a] = r0 + r2;
        im[a] = i0 + i2;
        re[b] = r1 + i3;
        im[b] = i1 - r3;
        re[c] = r0 - r2;
        im[c] = i0 - i2;
        re[d] = r1 - i3;
        im[d] = i1 + r3;
    }

    private static void five(double[] re, double[] im, int a, int span) {
        int b = a + span;
        int c = b + span;
        int d = c + span;
        int e = d + span;
        double r0 = re[a];
        double i0 = im[a];
        double r1 = re[b] + re[e];
        double i1 = im[b] + im[e];
        double r2 = re[c] + re[d];
        double i2 = im[c] + im[d];
        double r3 = re[b] - re[e];
        double i3 = im[b] - im[e];
        double r4 = re[c] - re[d];
        double i4 = im[c] - im[d];
        re[a] = r0 + r1 + r2;
        im[a] = i0 + i1 + i2;
        double p = r0 + COS_72 * r1 + COS_144 * r2;
        double q = i0 + COS_72 * i1 + COS_144 * i2;
        double u = SIN_72 * i3 + SIN_144 * i4;
        double v = SIN_72 * r3 + SIN_144 * r4;
        re[b] = p + u;
        im[b] = q - v;
        re[e] = p - u;
        im[e] = q + v;
        p = r0 + COS_144 * r1 + COS_72 * r2;
        q = i0 + COS_144 * i1 + COS_72 * i2;
        u = SIN_144 * i3 - SIN_72 * i4;
        v = SIN_144 * r3 - SIN_72 * r4;
        re[c] = p + u;
        im[c] = q - v;
        re[d] = p - u;
        im[d] = q + v;
    }
}
