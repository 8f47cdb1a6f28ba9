package stt.web.openapi;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Puts references to components where Payara has copied a component, or what is left of it. Its copies lose {@code required},
 * the kind of an array's items, and sometimes everything.
 */
final class SchemaReferences {

    /** What an operation answers with when all is well, in JSON. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            entry("health", "Health"),
            entry("live", "Alive"),
            entry("ready", "Alive"),
            entry("listModels", "Models"),
            entry("listLanguages", "Languages"),
            entry("transcribe", "Transcript"),
            entry("transcribe 202", "QueuedTranscript"),
            entry("listTranscripts", "TranscriptList"),
            entry("getTranscript", "KeptTranscript"),
            entry("editTranscript", "KeptTranscript"),
            entry("editSegment", "KeptSegment"),
            entry("signUp", "SignedUp"),
            entry("verifyEmail", "Verified"),
            entry("signIn", "Session"),
            entry("session", "Session"),
            entry("account", "Account"),
            entry("changeAccount", "Account"),
            entry("putAccount", "Account"),
            entry("makeWebhookSecret", "WebhookSecret"),
            entry("credits", "Ledger"),
            entry("listKeys", "Keys"),
            entry("createKey", "NewKey"),
            entry("usage", "Usage"),
            entry("listCloudInstances", "CloudInstances"),
            entry("listAccounts", "Accounts"),
            entry("accountOf", "Account"),
            entry("changeAccountOf", "Account"),
            entry("creditsOf", "Credits"),
            entry("grantCredits", "Credits"),
            entry("listRegisteredInstances", "RegisteredInstances"),
            entry("registerInstance", "RegisteredInstance"),
            entry("registeredInstance", "RegisteredInstance"),
            entry("changeInstance", "RegisteredInstance"),
            entry("listStoredModels", "StoredModels"),
            entry("storedModel", "StoredModel"),
            entry("installModel", "StoredModel"),
            entry("verifyModel", "StoredModel"),
            entry("removeModel", "StoredModel"));

    /** What an operation asks for. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            entry("transcribe", "TranscribeForm"),
            entry("signUp", "SignUpForm"),
            entry("verifyEmail", "TokenForm"),
            entry("askForPassword", "EmailForm"),
            entry("resetPassword", "NewPasswordForm"),
            entry("signIn", "SignInForm"),
            entry("changePassword", "PasswordForm"),
            entry("changeAccount", "AccountForm"),
            entry("putAccount", "AccountForm"),
            entry("createKey", "KeyForm"),
            entry("changeAccountOf", "AccountStandingForm"),
            entry("grantCredits", "GrantForm"),
            entry("registerInstance", "InstanceForm"),
            entry("changeInstance", "InstanceForm"),
            entry("installModel", "InstallForm"));

    private record Part(String component, String property, String of) {}

    private static final List<Part> PARTS = List.of(
            new Part("Account", "email_preferences", "EmailPreferences"),
            new Part("AccountForm", "email_preferences", "EmailPreferencesForm"),
            new Part("Account", "limits", "Limits"),
            new Part("Usage", "total", "Amounts"),
            new Part("StoredModel", "licence", "ModelLicence"),
            new Part("StoredModel", "installed", "InstalledModel"),
            new Part("StoredModel", "work", "ModelWork"));

    private record Items(String component, String property, String of) {}

    private static final List<Items> ITEMS = List.of(
            new Items("Models", "models", "Model"),
            new Items("Languages", "languages", "Language"),
            new Items("Transcript", "segments", "Segment"),
            new Items("Transcript", "turns", "Turn"),
            new Items("Segment", "words", "Word"),
            new Items("TranscriptList", "results", "TranscriptItem"),
            new Items("KeptTranscript", "turns", "Turn"),
            new Items("KeptTranscript", "segments", "KeptSegment"),
            new Items("KeptSegment", "words", "Word"),
            new Items("Limits", "quotas", "Quota"),
            new Items("Ledger", "results", "LedgerEntry"),
            new Items("Keys", "results", "Key"),
            new Items("Usage", "results", "DayUsage"),
            new Items("Usage", "by_kind", "KindUsage"),
            new Items("DayUsage", "by_kind", "KindUsage"),
            new Items("CloudInstances", "results", "CloudInstance"),
            new Items("Accounts", "results", "AccountSummary"),
            new Items("RegisteredInstances", "results", "RegisteredInstance"),
            new Items("StoredModels", "results", "StoredModel"));

    private record Strings(String component, String property) {}

    private static final List<Strings> ARRAYS_OF_STRINGS = List.of(
            new Strings("Transcript", "speakers"),
            new Strings("Transcript", "channels"),
            new Strings("Transcript", "warnings"),
            new Strings("KeptTranscript", "speakers"),
            new Strings("KeptTranscript", "channels"),
            new Strings("KeptTranscript", "warnings"),
            new Strings("StoredModel", "languages"),
            new Strings("ModelWork", "problems"));

    private static final String JSON = "application/json";
    private static final String UNNAMED = "Json";

    private SchemaReferences() {}

    static void restore(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> restore(operation, status, response));
        String form = FORMS.get(operation.getOperationId());
        if (operation.getRequestBody() != null && form != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(body -> refer(body, form));
        }
    }

    static void restore(Components components) {
        for (Part part : PARTS) {
            Optional.ofNullable(components.getSchemas().get(part.component()))
                    .ifPresent(component -> component.addProperty(
                            part.property(), OASFactory.createSchema().ref(part.of())));
        }
        for (Items array : ITEMS) {
            Optional.ofNullable(components.getSchemas().get(array.component()))
                    .map(component -> component.getProperties().get(array.property()))
                    .ifPresent(property ->
                            property.setItems(OASFactory.createSchema().ref(array.of())));
        }
        for (Strings array : ARRAYS_OF_STRINGS) {
            Optional.ofNullable(components.getSchemas().get(array.component()))
                    .map(component -> component.getProperties().get(array.property()))
                    .ifPresent(property ->
                            property.setItems(OASFactory.createSchema().type(Schema.SchemaType.STRING)));
        }
        // Only the records of resources that the document hides have no name of their own.
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> name.endsWith(UNNAMED))
                .forEach(components::removeSchema);
    }

    private static void restore(Operation operation, String status, APIResponse response) {
        boolean refused = !status.startsWith("2");
        if (response.getContent() == null && refused) {
            response.setContent(OASFactory.createContent().addMediaType(JSON, OASFactory.createMediaType()));
        }
        Content content = response.getContent();
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> {
            if (!type.equals(JSON) && !refused) {
                body.setSchema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
            } else if (!refused) {
                String id = operation.getOperationId();
                Optional.ofNullable(ANSWERS.getOrDefault(id + " " + status, ANSWERS.get(id)))
                        .ifPresent(component -> refer(body, component));
            } else {
                refer(body, "Error");
            }
        });
    }

    private static void refer(MediaType body, String component) {
        body.setSchema(OASFactory.createSchema().ref(component));
    }
}
