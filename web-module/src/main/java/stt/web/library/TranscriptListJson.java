package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.transcripts.TranscriptPage;

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

    static TranscriptListJson of(TranscriptPage found, ListQuery query, PageLinks links, UriInfo asked) {
        boolean more = (long) query.page() * query.pageSize() < found.count();
        return new TranscriptListJson(
                found.count(),
                more ? links.to(query.page() + 1, asked) : null,
                query.page() > 1 ? links.to(query.page() - 1, asked) : null,
                found.transcripts().stream().map(TranscriptItemJson::of).toList());
    }
}
