package stt.connector;

/**
 * What there is to load under a model's id.
 *
 * @param version equal for as long as nothing else is installed in its place
 * @param memoryBytes that it needs, with one session
 * @param forGpu whether its graphs are made for GPUs
 */
record StoredModel(Object version, long memoryBytes, boolean forGpu) {}
