package stt.models;

/**
 * The terms under which the weights of a model may be used.
 *
 * @param id SPDX identifier, or {@code unknown}
 * @param url of the text, empty when unknown
 * @param attribution who made and who packaged the model
 */
public record Licence(String id, String url, String attribution) {}
