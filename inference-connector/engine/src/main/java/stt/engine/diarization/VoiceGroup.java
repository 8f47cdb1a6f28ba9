package stt.engine.diarization;

/**
 * Voices that are taken for one speaker: the sum of their sounds, each of unit length and weighted by how much of it was
 * heard. Immutable.
 */
final class VoiceGroup {

    private final float[] sum;
    private final double weight;

    private VoiceGroup(float[] sum, double weight) {
        this.sum = sum;
        this.weight = weight;
    }

    /** One voice alone: {@code sound} of unit length, {@code weight} positive. */
    static VoiceGroup of(float[] sound, double weight) {
        float[] sum = new float[sound.length];
        Vectors.add(sum, sound, weight);
        return new VoiceGroup(sum, weight);
    }

    VoiceGroup with(VoiceGroup other) {
        float[] both = sum.clone();
        Vectors.add(both, other.sum, 1);
        return new VoiceGroup(both, weight + other.weight);
    }

    /** Sum of the weights, in seconds. */
    double weight() {
        return weight;
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
