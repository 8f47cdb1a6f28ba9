package stt.models.whisper;

/** Multiplies with a model's matrices, in the way of one precision. */
sealed interface Linear permits FloatLinear, BlockLinear {

    /** Adds {@code x * weight^T + bias}; x [.., columns] gives [.., rows]. */
    String apply(String x, Projection projection);

    /** Adds the look-up of token embeddings: ids [b,t] gives [b,t,width]. */
    String embed(String ids);

    /** Adds the projection onto the vocabulary, whose matrix is the embeddings: x [b,1,width] gives {@code output} [b,1,vocabulary]. */
    void logits(String x, String output);

    /** Name of the tensor that is looked up and projected with. */
    String EMBEDDINGS = "decoder/embeddings/weight";
}
