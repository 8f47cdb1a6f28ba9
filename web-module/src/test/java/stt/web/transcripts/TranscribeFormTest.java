package stt.web.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.web.errors.InvalidRequest;

/** What the document says of the form is how it is read. */
class TranscribeFormTest {

    static Stream<SchemaProperty> fields() {
        return Stream.of(TranscribeForm.class.getAnnotation(Schema.class).properties());
    }

    static Stream<SchemaProperty> numbers() {
        return fields().filter(field -> !field.minimum().isEmpty());
    }

    static Stream<SchemaProperty> choices() {
        return fields().filter(field -> field.enumeration().length > 0 || field.type() == SchemaType.BOOLEAN);
    }

    private static TranscribeFields read(SchemaProperty field, String value) {
        Map<String, String> form = new HashMap<>();
        if (field.name().equals("patience")) {
            form.put("beam_size", "2");
        } else if (field.name().equals("best_of")) {
            form.put("temperature", "0.5");
        }
        form.put(field.name(), value);
        return TranscribeFields.of(form);
    }

    private static void assertRefused(SchemaProperty field, String value) {
        assertThatThrownBy(() -> read(field, value))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.code()).isEqualTo("invalid_" + field.name()));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void rangesAreThoseOfTheDocument(SchemaProperty field) {
        BigDecimal least = new BigDecimal(field.minimum());
        BigDecimal most = new BigDecimal(field.maximum());

        assertThat(read(field, field.minimum())).isNotNull();
        assertThat(read(field, field.maximum())).isNotNull();
        assertRefused(field, least.subtract(BigDecimal.ONE).toPlainString());
        assertRefused(field, most.add(BigDecimal.ONE).toPlainString());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choicesAreThoseOfTheDocument(SchemaProperty field) {
        for (String value : field.enumeration()) {
            assertThat(read(field, value)).isNotNull();
        }
        assertRefused(field, "nonsense");
    }

    @Test
    void defaultsAreThoseOfTheDocument() {
        Map<String, String> defaults = new HashMap<>();
        fields().filter(field -> !field.defaultValue().isEmpty())
                .forEach(field -> defaults.put(field.name(), field.defaultValue()));

        // How many texts are drawn says nothing at temperature 0.
        defaults.put("best_of", "1");

        assertThat(TranscribeFields.of(defaults)).isEqualTo(TranscribeFields.of(Map.of()));
    }

    @Test
    void examplesAreUnderstood() {
        fields().filter(field -> !field.example().isEmpty())
                .forEach(field -> assertThat(read(field, field.example())).isNotNull());
    }
}
