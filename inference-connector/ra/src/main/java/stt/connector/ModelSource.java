package stt.connector;

/**
 * Where models come from.
 *
 * @param list of those that there are
 * @param loader for those that are installed
 */
record ModelSource(ModelList list, ModelLoader loader) {}
