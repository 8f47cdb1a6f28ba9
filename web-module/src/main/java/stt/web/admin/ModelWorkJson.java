package stt.web.admin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.ModelWork;
import stt.web.json.Texts;

/** Something that is, or was, done with a model. */
@Schema(name = "ModelWork")
@JsonbPropertyOrder({"kind", "status", "step", "done", "total", "started", "ended", "problems"})
public record ModelWorkJson(
        @Schema(
                        enumeration = {"install", "verify", "remove"},
                        required = true)
                String kind,
        @Schema(
                        enumeration = {"running", "done", "failed"},
                        required = true)
                String status,
        @Schema(
                        description = "What it is at; empty before its first step.",
                        required = true,
                        example = "Downloading small")
                String step,
        @Schema(description = "Bytes of this step that are done.", required = true) long done,
        @Schema(description = "Bytes of this step; 0 where there is nothing to count.", required = true) long total,
        @Schema(format = "date-time", required = true) String started,
        @Schema(description = "Absent while it runs.", format = "date-time") @Nullable String ended,
        @Schema(description = "Why it failed, or what is wrong with the model. Absent unless it failed.") @Nullable
                List<String> problems) {

    static ModelWorkJson of(ModelWork work) {
        return new ModelWorkJson(
                Texts.of(work.kind()),
                Texts.of(work.state()),
                work.step(),
                work.done(),
                work.total(),
                work.started().toString(),
                work.ended().map(Instant::toString).orElse(null),
                work.problems().isEmpty() ? null : work.problems());
    }
}
