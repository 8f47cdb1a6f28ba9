package stt.web.json;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import stt.web.errors.InvalidRequest;

/** The fields of a JSON object that a client sent. Every getter throws {@link InvalidRequest} for a value of another type. */
public final class Fields {

    private static final int MOST = 64 << 10; // bytes; what is read here has some short fields

    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    /**
     * Those of the body of {@code request}, none when it is empty. To be read after what the path names has been found: 404
     * comes before 400.
     *
     * @throws jakarta.json.JsonException when it is no JSON object
     * @throws ClientErrorException with 413 when it is longer than 64 KiB
     */
    public static Fields of(HttpServletRequest request) {
        byte[] body = read(request);
        if (body.length > MOST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (body.length == 0) {
            return of(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return of(reader.readObject());
        }
    }

    /** Those of {@code object}. */
    public static Fields of(JsonObject object) {
        return new Fields(object);
    }

    private static byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public JsonObject all() {
        return object;
    }

    /** Whether there is such a field, null included. */
    public boolean has(String name) {
        return object.containsKey(name);
    }

    /** A text that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> invalid(name, "a text"));
    }

    /** A text; empty when there is none, or null. */
    public Optional<String> optionalText(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw invalid(name, "a text");
        });
    }

    /** True or false; empty when there is none, or null. */
    public Optional<Boolean> flag(String name) {
        return value(name).map(value -> {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return value == JsonValue.TRUE;
            }
            throw invalid(name, "true or false");
        });
    }

    /** A whole number; empty when there is none, or null. */
    public Optional<Integer> integer(String name) {
        return value(name).map(value -> {
            try {
                if (value instanceof JsonNumber number) {
                    return number.intValueExact();
                }
            } catch (ArithmeticException e) {
                throw invalid(name, "a whole number");
            }
            throw invalid(name, "a whole number");
        });
    }

    /** A time with its offset (RFC 3339); empty when there is none, or null. */
    public Optional<Instant> time(String name) {
        return optionalText(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw invalid(name, "a time such as 2027-01-31T12:00:00Z");
            }
        });
    }

    /** One of the constants of {@code type}, in lower case; empty when there is none, or null. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return optionalText(name).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (Texts.of(constant).equals(text)) {
                    return constant;
                }
            }
            throw invalid(name, "one of " + Texts.all(type));
        });
    }

    /** An object; without fields when there is none, or null. */
    public Fields object(String name) {
        return value(name)
                .map(value -> {
                    if (value instanceof JsonObject fields) {
                        return of(fields);
                    }
                    throw invalid(name, "an object");
                })
                .orElseGet(() -> of(JsonValue.EMPTY_JSON_OBJECT));
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static InvalidRequest invalid(String name, String expected) {
        return new InvalidRequest("invalid_" + name, "The field " + name + " must be " + expected + ".");
    }
}
