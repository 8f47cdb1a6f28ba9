package stt.engine.whisper;

/** The median of seven numbers by exchanges without branches (the pruned sorting network of Devillard, 1998). */
final class MedianOfSeven {

    private MedianOfSeven() {}

    static float of(float a, float b, float c, float d, float e, float f, float g) {
        float a1 = Math.min(a, f);
        float f1 = Math.max(a, f);
        float a2 = Math.min(a1, d);
        float d1 = Math.max(a1, d);
        float b1 = Math.min(b, g);
        float g1 = Math.max(b, g);
        float c1 = Math.min(c, e);
        float e1 = Math.max(c, e);
        float b2 = Math.max(a2, b1);
        float d2 = Math.min(d1, f1);
        float f2 = Math.max(d1, f1);
        float c2 = Math.min(c1, g1);
        float g2 = Math.max(c1, g1);
        float d3 = Math.max(c2, d2);
        float d4 = Math.min(d3, g2);
        float e2 = Math.min(e1, f2);
        float b3 = Math.min(b2, e2);
        float e3 = Math.max(b2, e2);
        float d5 = Math.max(b3, d4);
        return Math.min(d5, e3);
    }
}
