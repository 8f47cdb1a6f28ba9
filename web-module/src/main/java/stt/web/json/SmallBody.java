package stt.web.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A request's body that is a JSON object, and not large. */
public final class SmallBody {

    private static final int MOST_BYTES = 1 << 20;

    private SmallBody() {}

    /**
     * Reads all of {@code in}.
     *
     * @throws JsonException when it is not JSON, or no object
     * @throws ClientErrorException with 413 when it is larger than 1 MiB
     */
    public static JsonObject read(InputStream in) {
        byte[] body;
        try {
            body = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (body.length > MOST_BYTES) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }
}
