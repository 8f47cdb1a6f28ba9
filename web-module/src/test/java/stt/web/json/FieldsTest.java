package stt.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import stt.accounts.Plan;
import stt.web.errors.InvalidRequest;

class FieldsTest {

    private static Fields fields(String json) {
        return Fields.of(Json.createReader(new StringReader(json)).readObject());
    }

    @Test
    void readsEveryKindOfField() {
        Fields fields = fields(
                """
                {"text": "a", "flag": false, "number": 30, "time": "2026-11-25T10:00:00+01:00", "plan": "paid",
                 "object": {"flag": true}}""");

        assertThat(fields.text("text")).isEqualTo("a");
        assertThat(fields.flag("flag")).contains(false);
        assertThat(fields.integer("number")).contains(30);
        assertThat(fields.time("time")).contains(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(fields.choice("plan", Plan.class)).contains(Plan.PAID);
        assertThat(fields.object("object").flag("flag")).contains(true);
    }

    @Test
    void whatIsMissingOrNullIsEmpty() {
        Fields fields = fields("{\"a\": null}");

        assertThat(fields.optionalText("a")).isEmpty();
        assertThat(fields.integer("a")).isEmpty();
        assertThat(fields.object("b").flag("c")).isEmpty();
        assertThat(fields.has("a")).isTrue();
        assertThat(fields.has("b")).isFalse();
    }

    @Test
    void whatIsOfAnotherTypeIsNamedInTheRefusal() {
        Fields fields = fields("{\"a\": 1.5}");

        assertThatThrownBy(() -> fields.text("a"))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("invalid_a"));
        assertThatThrownBy(() -> fields.flag("a")).hasMessage("The field a must be true or false.");
        assertThatThrownBy(() -> fields.integer("a")).hasMessage("The field a must be a whole number.");
        assertThatThrownBy(() -> fields.object("a")).hasMessage("The field a must be an object.");
        assertThatThrownBy(() -> fields.text("b")).hasMessage("The field b must be a text.");
    }

    @Test
    void aWordThatIsNoneOfTheChoicesIsRefusedWithThem() {
        assertThatThrownBy(() -> fields("{\"plan\": \"PAID\"}").choice("plan", Plan.class))
                .hasMessage("The field plan must be one of free, paid.");
    }
}
