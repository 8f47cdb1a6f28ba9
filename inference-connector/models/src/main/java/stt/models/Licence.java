package stt.models;

/**
 * The terms under which the weights of a model may be used.
 *
 * @param id SPDX identifier, or {@code unknown}
 * @param url of the text, empty when unknown
 * @param attribution who made and who packaged the model
 * @param restricts whether it forbids a use that people would expect, so that whoever installs the model must accept it
 */
public record Licence(String id, String url, String attribution, boolean restricts) {

    /** A licence that leaves every use free. */
    public Licence(String id, String url, String attribution) {
        this(id, url, attribution, false);
    }
}
