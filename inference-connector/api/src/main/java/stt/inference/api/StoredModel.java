package stt.inference.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A model as administrators see it.
 *
 * @param id as requests name it
 * @param name for people
 * @param task what it is for: {@code transcription}, {@code vad} and so on
 * @param engine that runs it
 * @param languages codes it understands; empty where language does not matter, or nobody knows
 * @param speed {@code standard}, {@code fast} or {@code very_fast}
 * @param licence of its weights
 * @param memoryBytes that it needs when loaded, with one session; 0 when nobody knows
 * @param starter whether a fresh machine gets it
 * @param fetchable whether it can be installed without a folder
 * @param installed what the store has of it, when that is complete
 * @param work what is, or was last, done with it
 */
public record StoredModel(
        String id,
        String name,
        String task,
        String engine,
        List<String> languages,
        String speed,
        Licence licence,
        long memoryBytes,
        boolean starter,
        boolean fetchable,
        Optional<Installed> installed,
        Optional<ModelWork> work) {

    /**
     * The terms under which weights may be used.
     *
     * @param id SPDX identifier, or {@code unknown}
     * @param url of the text; empty when unknown
     * @param attribution who made and who packaged the model
     * @param restricts whether it forbids a use that people would expect, so that whoever installs the model must accept it
     */
    public record Licence(String id, String url, String attribution, boolean restricts) {

        /** Of a model that somebody brings along. */
        public static final Licence UNKNOWN = new Licence("unknown", "", "unknown", false);
    }

    /**
     * What is in the store.
     *
     * @param precision {@code nb8}, {@code fp16}, {@code fp32}, or {@code published} where files are used as they came
     * @param bytes of all its files
     * @param source where they came from, for people
     * @param licenceAccepted when somebody accepted a licence that restricts use
     */
    public record Installed(String precision, long bytes, String source, Optional<Instant> licenceAccepted) {}

    public StoredModel {
        languages = List.copyOf(languages);
    }
}
