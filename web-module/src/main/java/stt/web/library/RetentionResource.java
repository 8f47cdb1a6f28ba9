package stt.web.library;

import jakarta.ejb.EJB;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.retention.Retention;
import stt.web.errors.InvalidRequest;
import stt.web.json.SmallBody;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/account/retention/}. */
@Path("api/v1/account/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
@APIResponse(responseCode = "401", description = "The key is missing, wrong or revoked.")
public class RetentionResource {

    private static final int MOST_DAYS = 36_500;

    @EJB
    private Retention retention;

    /** How long the account's transcripts are kept. */
    @GET
    @Operation(operationId = "getRetention", summary = "How long transcripts are kept")
    @APIResponse(
            responseCode = "200",
            description = "The shorter of what the account and the operator have decided counts.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RetentionJson.class)))
    public RetentionJson get(@Context HttpServletRequest request) {
        return of(OwnTranscript.account(request));
    }

    /** The account decides, or takes it back. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setRetention",
            summary = "Decide how long transcripts are kept",
            description =
                    "{\"days\": 30}; null takes the decision back. Older transcripts are removed within the hour.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "days",
                                                            type = SchemaType.INTEGER,
                                                            nullable = true,
                                                            minimum = "1",
                                                            maximum = "36500"))))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RetentionJson.class)))
    @APIResponse(responseCode = "400", description = "days is missing or malformed.")
    public RetentionJson put(@Context HttpServletRequest request, InputStream body) {
        UUID account = OwnTranscript.account(request);
        retention.decide(account, days(SmallBody.read(body)));
        return of(account);
    }

    private RetentionJson of(UUID account) {
        return RetentionJson.of(retention.days(account), retention.of(account), retention.everybody());
    }

    private static OptionalInt days(JsonObject body) {
        JsonValue days = body.get("days");
        if (JsonValue.NULL.equals(days)) {
            return OptionalInt.empty();
        }
        if (days instanceof JsonNumber number && number.isIntegral()) {
            BigInteger given = number.bigIntegerValue();
            if (given.signum() > 0 && given.compareTo(BigInteger.valueOf(MOST_DAYS)) <= 0) {
                return OptionalInt.of(given.intValue());
            }
        }
        throw new InvalidRequest("invalid_days", "days must be a whole number from 1 to " + MOST_DAYS + ", or null.");
    }
}
