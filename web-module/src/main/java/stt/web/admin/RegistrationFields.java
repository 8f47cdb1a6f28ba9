package stt.web.admin;

import java.net.URI;
import stt.cloud.Registration;
import stt.web.errors.InvalidRequest;
import stt.web.json.Fields;

/** The fields of a private instance's registration. */
final class RegistrationFields {

    private static final String GPU = "gpu";

    private RegistrationFields() {}

    /**
     * A new registration.
     *
     * @throws InvalidRequest when a field is missing or malformed
     */
    static Registration of(Fields fields) {
        return new Registration(
                fields.text("name"), fields.text("region"), uri(fields.text("endpoint")), fields.optionalText(GPU));
    }

    /**
     * {@code present}, with what {@code fields} say in its place.
     *
     * @throws InvalidRequest when a field is malformed
     */
    static Registration changed(Registration present, Fields fields) {
        return new Registration(
                fields.optionalText("name").orElse(present.name()),
                fields.optionalText("region").orElse(present.region()),
                fields.optionalText("endpoint").map(RegistrationFields::uri).orElse(present.endpoint()),
                fields.has(GPU) ? fields.optionalText(GPU) : present.gpu());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("invalid_endpoint", "The field endpoint must be an address with http or https.");
        }
    }
}
