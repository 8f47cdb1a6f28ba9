package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document at {@code /openapi} is what is served: every path and method, and the shape of answers. */
class OpenApiIT {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Api api = SharedServer.api();
    private final ApiDocument document = ApiDocument.of(api);

    @Test
    void isNamedAfterTheServiceAndNotAfterTheArchive() {
        assertThat(document.text("/info/title")).isEqualTo("Speech to text");
        assertThat(document.text("/info/version")).isNotBlank();
        assertThat(document.text("/openapi")).startsWith("3.0");
    }

    @Test
    void hasEachPathAndMethodOfTheResourcesAndNoOther() {
        assertThat(document.operations()).isEqualTo(operationsOfResources());
    }

    @Test
    void namesTheMethodsThatTheServerAllows() {
        for (String path : document.paths()) {
            String any = path.replaceAll("\\{[^}]*}", "1");
            HttpResponse<String> options = api.send(api.request(any).method("OPTIONS", BodyPublishers.noBody()));
            Set<String> allowed = Arrays.stream(
                            options.headers().firstValue("Allow").orElse("").split(","))
                    .map(String::strip)
                    .filter(method -> !Set.of("HEAD", "OPTIONS", "").contains(method))
                    .map(method -> method + " " + path)
                    .collect(Collectors.toSet());

            assertThat(document.operations().stream().filter(operation -> operation.endsWith(" " + path)))
                    .as("Allow of %s", path)
                    .containsExactlyInAnyOrderElementsOf(allowed);
        }
    }

    @Test
    void saysOfEachRouteBelowApiThatAKeyOrASessionIsNeededAndWhatIsAnsweredWithout() {
        for (String operation : document.operations()) {
            String path = operation.split(" ", 2)[1];
            if (path.startsWith("/api/") && !PublicRoutesIT.open().contains(operation)) {
                String place =
                        "/paths/" + path.replace("/", "~1") + "/" + operation.split(" ", 2)[0].toLowerCase(Locale.ROOT);
                assertThat(document.has(place + "/security/0/key"))
                        .as(operation)
                        .isTrue();
                assertThat(document.has(place + "/security/1/session"))
                        .as(operation)
                        .isTrue();
                assertThat(document.has(place + "/responses/401")).as(operation).isTrue();
                assertThat(document.has(place + "/responses/404") || !path.contains("{"))
                        .as(operation)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/models, models",
        "/v1/languages, languages",
        "/health, status",
        "/health/live, status",
        "/health/ready, status"
    })
    void describesTheAnswersOfGet(String path, String required) {
        HttpResponse<String> answer = api.get(path);
        int status = answer.statusCode();

        assertThat(document.violations("get", path, status, answer.body())).isEmpty();
        if (status == 200) {
            JsonObject whole = Api.json(answer);
            assertThat(document.violations("get", path, status, without(whole, required)))
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("models")
    void describesATranscript() throws IOException {
        HttpResponse<String> full = api.transcribe(new Multipart().file(JFK));
        HttpResponse<String> withoutWords =
                api.transcribe(new Multipart().file(JFK).field("word_timestamps", "false"));

        assertThat(document.violations("post", "/v1/transcribe", 200, full.body()))
                .isEmpty();
        assertThat(document.violations("post", "/v1/transcribe", 200, withoutWords.body()))
                .isEmpty();
        assertThat(document.violations("post", "/v1/transcribe", 200, without(Api.json(full), "text")))
                .isNotEmpty();
    }

    @Test
    void describesARefusal() {
        HttpResponse<String> answer = api.transcribe(new Multipart().field("model", "base"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(document.violations("post", "/v1/transcribe", 400, answer.body()))
                .isEmpty();
        assertThat(document.violations("post", "/v1/transcribe", 400, without(Api.json(answer), "error")))
                .isNotEmpty();
    }

    private static String without(JsonObject object, String name) {
        return jakarta.json.Json.createObjectBuilder(object)
                .remove(name)
                .build()
                .toString();
    }

    /** {@code METHOD path} of each resource method, but for those that say they are for nobody outside. */
    private static Set<String> operationsOfResources() {
        Path classes = Path.of(System.getProperty("stt.repository"), "web-module", "target", "classes");
        return new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> !isHidden(method))
                        .flatMap(OpenApiIT::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(JavaMethod method) {
        JavaClass resource = method.getOwner();
        return METHODS.stream()
                .filter(method::isAnnotatedWith)
                .map(type -> type.getSimpleName().toUpperCase(Locale.ROOT) + " " + path(resource) + path(method));
    }

    private static String path(CanBeAnnotated place) {
        if (!place.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
            return "";
        }
        String path = place instanceof JavaClass type
                ? type.getAnnotationOfType(jakarta.ws.rs.Path.class).value()
                : ((JavaMethod) place)
                        .getAnnotationOfType(jakarta.ws.rs.Path.class)
                        .value();
        return path.isEmpty() ? "" : "/" + path;
    }

    private static boolean isHidden(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().endsWith(".openapi.annotations.Operation"))
                .map(JavaAnnotation::getProperties)
                .anyMatch(values -> Boolean.TRUE.equals(values.get("hidden")));
    }
}
