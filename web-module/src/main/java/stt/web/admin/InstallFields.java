package stt.web.admin;

import java.util.Arrays;
import java.util.Optional;
import stt.inference.api.InstallOrder;
import stt.web.errors.InvalidRequest;
import stt.web.json.Fields;

/** The fields of an installation. */
final class InstallFields {

    private static final String FROM = "from";
    private static final String AS = "as";

    private InstallFields() {}

    /** @throws InvalidRequest when a field is malformed, or does not go with another */
    static InstallOrder of(Fields fields) {
        Optional<String> folder = fields.optionalText(FROM);
        Optional<InstallOrder.Engine> engine = fields.optionalText(AS).map(InstallFields::engine);
        if (engine.isPresent() && folder.isEmpty()) {
            throw new InvalidRequest(
                    "conflicting_fields", "The field as needs from: it says what the model in that folder is.");
        }
        return new InstallOrder(
                folder,
                engine,
                fields.choice("precision", InstallOrder.Precision.class),
                fields.flag("accept_licence").orElse(false));
    }

    private static InstallOrder.Engine engine(String id) {
        return Arrays.stream(InstallOrder.Engine.values())
                .filter(engine -> engine.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("invalid_as", "The field as must be whisper or whisper.cpp."));
    }
}
