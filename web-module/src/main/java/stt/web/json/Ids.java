package stt.web.json;

import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** Ids in paths. */
public final class Ids {

    private Ids() {}

    /**
     * The id that {@code text} is.
     *
     * @throws NotFoundException when it is none: nothing can have it
     */
    public static UUID of(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) { // the JDK also reads 1-1-1-1-1
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
        throw new NotFoundException();
    }
}
