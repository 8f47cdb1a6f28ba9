package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.transcripts.TranscriptPage;
import stt.web.paging.Paging;

/** A page of a list. */
@Schema(name = "TranscriptList", description = "A page of a list, newest first.")
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record TranscriptListJson(
        @Schema(description = "Of all that the filters admit.", required = true) long count,
        @Schema(description = "Address of the next page; null on the last.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Address of the page before; null on the first.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<TranscriptItemJson> results) {

    static TranscriptListJson of(TranscriptPage found, Paging.Place place) {
        return new TranscriptListJson(
                place.count(),
                place.next().orElse(null),
                place.previous().orElse(null),
                found.transcripts().stream().map(TranscriptItemJson::of).toList());
    }
}
