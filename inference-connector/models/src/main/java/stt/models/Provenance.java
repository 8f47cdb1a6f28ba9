package stt.models;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an installed model came from, and on what terms.
 *
 * @param source for people: a repository with its revision, packages, or a folder
 * @param licence SPDX identifier, or {@code unknown}
 * @param accepted when somebody accepted a licence that restricts use; empty where none had to be accepted
 */
public record Provenance(String source, String licence, Optional<Instant> accepted) {

    /** Of models that were installed before this was written down. */
    static final Provenance UNKNOWN = new Provenance("unknown", "unknown", Optional.empty());

    static Provenance of(JsonObject json) {
        return new Provenance(
                json.getString("source"),
                json.getString("licence"),
                Optional.ofNullable(json.getString("licence_accepted", null)).map(Instant::parse));
    }

    JsonObjectBuilder toJson() {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("source", source).add("licence", licence);
        accepted.ifPresent(time -> json.add("licence_accepted", time.toString()));
        return json;
    }
}
