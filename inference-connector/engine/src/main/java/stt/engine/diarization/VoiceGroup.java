package stt.engine.diarization;

/**
 * Voices that are taken for one speaker: the sum of their sounds, each of unit length and weighted by how much of it was
 * heard. Immutable.
 */
final class VoiceGroup {

    /** No voices. */
    static final VoiceGroup NONE = new VoiceGroup(new float[0], 0, -1);

    private final float[] sum;
    private final double weight;
    private final int passage;

    private VoiceGroup(float[] sum, double weight, int passage) {
        this.sum = sum;
        this.weight = weight;
        this.passage = passage;
    }

    /** One voice alone, heard in the passage with this number: {@code sound} of unit length, {@code weight} positive. */
    static VoiceGroup of(float[] sound, double weight, int passage) {
        float[] sum = new float[sound.length];
        Vectors.add(sum, sound, weight);
        return new VoiceGroup(sum, weight, passage);
    }

    VoiceGroup with(VoiceGroup other) {
        if (weight == 0 || other.weight == 0) {
            return weight == 0 ? other : this;
        }
        float[] both = sum.clone();
        Vectors.add(both, other.sum, 1);
        return new VoiceGroup(both, weight + other.weight, -1);
    }

    /** Sum of the weights, in seconds. */
    double weight() {
        return weight;
    }

    /** Whether these are single voices that were heard beside each other, so two people's. */
    boolean isBeside(VoiceGroup other) {
        return passage >= 0 && passage == other.passage;
    }

    /** The mean cosine between the voices of two groups: average linkage without looking at the voices again. */
    double similarity(VoiceGroup other) {
        return Vectors.dot(sum, other.sum) / (weight * other.weight);
    }

    /** The direction of the group, of unit length. */
    float[] centre() {
        float[] centre = sum.clone();
        Vectors.normalize(centre);
        return centre;
    }
}
