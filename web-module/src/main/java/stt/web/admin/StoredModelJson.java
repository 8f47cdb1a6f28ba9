package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.StoredModel;

/** A model, as administrators see it. */
@Schema(name = "StoredModel", description = "A model of the catalog, or of this node's store.")
@JsonbPropertyOrder({
    "id",
    "name",
    "task",
    "engine",
    "speed",
    "languages",
    "licence",
    "memoryBytes",
    "starter",
    "fetchable",
    "installed",
    "loaded",
    "loadedBytes",
    "work"
})
public record StoredModelJson(
        @Schema(required = true, example = "large-v3-turbo") String id,
        @Schema(required = true, example = "Whisper Large V3 Turbo") String name,
        @Schema(description = "What it is for.", required = true, example = "transcription") String task,
        @Schema(required = true, example = "whisper") String engine,
        @Schema(
                        enumeration = {"standard", "fast", "very_fast"},
                        required = true)
                String speed,
        @Schema(description = "Codes that it understands; empty where language does not matter.", required = true)
                List<String> languages,
        @Schema(required = true) LicenceJson licence,
        @Schema(
                        name = "memory_bytes",
                        description = "What it needs when loaded, with one session; 0 when nobody knows.",
                        required = true)
                @JsonbProperty("memory_bytes")
                long memoryBytes,
        @Schema(description = "Whether a fresh machine gets it.", required = true) boolean starter,
        @Schema(description = "Whether it can be installed without a folder.", required = true) boolean fetchable,
        @Schema(description = "What the store has; absent when it is not installed whole.") @Nullable
                InstalledJson installed,
        @Schema(description = "Whether it is in this node's memory now.", required = true) boolean loaded,
        @Schema(name = "loaded_bytes", description = "How much it takes there; absent when it is not.")
                @JsonbProperty("loaded_bytes")
                @Nullable
                Long loadedBytes,
        @Schema(description = "What is, or was last, done with it since this node started; absent when nothing was.")
                @Nullable
                ModelWorkJson work) {

    /** The terms of a model. */
    @Schema(name = "ModelLicence")
    @JsonbPropertyOrder({"id", "url", "attribution", "restricts"})
    public record LicenceJson(
            @Schema(description = "SPDX identifier, or unknown.", required = true, example = "MIT") String id,
            @Schema(description = "Of its text; empty when unknown.", required = true) String url,
            @Schema(required = true) String attribution,
            @Schema(
                            description =
                                    "Whether it forbids a use that people would expect: then accept_licence is needed.",
                            required = true)
                    boolean restricts) {

        static LicenceJson of(StoredModel.Licence licence) {
            return new LicenceJson(licence.id(), licence.url(), licence.attribution(), licence.restricts());
        }
    }

    /** What the store has of a model. */
    @Schema(name = "InstalledModel")
    @JsonbPropertyOrder({"precision", "bytes", "source", "licenceAccepted"})
    public record InstalledJson(
            @Schema(
                            enumeration = {"nb8", "fp16", "fp32", "published"},
                            required = true)
                    String precision,
            @Schema(description = "Of all its files.", required = true) long bytes,
            @Schema(description = "Where they came from.", required = true) String source,
            @Schema(
                            name = "licence_accepted",
                            description =
                                    "When a licence that restricts use was accepted; absent where none had to be.",
                            format = "date-time")
                    @JsonbProperty("licence_accepted")
                    @Nullable
                    String licenceAccepted) {

        static InstalledJson of(StoredModel.Installed installed) {
            return new InstalledJson(
                    installed.precision(),
                    installed.bytes(),
                    installed.source(),
                    installed.licenceAccepted().map(Instant::toString).orElse(null));
        }
    }

    /** {@code held}: bytes that it takes in memory, if it is there. */
    static StoredModelJson of(StoredModel model, OptionalLong held) {
        return new StoredModelJson(
                model.id(),
                model.name(),
                model.task(),
                model.engine(),
                model.speed(),
                model.languages(),
                LicenceJson.of(model.licence()),
                model.memoryBytes(),
                model.starter(),
                model.fetchable(),
                model.installed().map(InstalledJson::of).orElse(null),
                held.isPresent(),
                held.isPresent() ? held.getAsLong() : null,
                model.work().map(ModelWorkJson::of).orElse(null));
    }
}
