package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a model is to be installed, for the OpenAPI document. */
@Schema(name = "InstallForm", description = "All of it may be left out, and so may the body.")
public record InstallForm(
        @Schema(
                        description =
                                "Name of a folder of stt.models.import-dir with the model's files, or with the packages that hold"
                                        + " them; under an id that the catalog does not know, a Whisper model of your own. Left out: the"
                                        + " catalog's sources.")
                @Nullable
                String from,
        @Schema(
                        description =
                                "Of the weights: nb8 for CPUs, fp16 for CUDA, fp32 the reference. Left out: as it is installed,"
                                        + " and else nb8.",
                        enumeration = {"nb8", "fp16", "fp32"})
                @Nullable
                String precision,
        @Schema(name = "accept_licence", description = "Accepts a licence that restricts use.", defaultValue = "false")
                @JsonbProperty("accept_licence")
                @Nullable
                Boolean acceptLicence) {}
