package stt.web.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stt.web.errors.InvalidRequest;

class FormFieldsTest {

    private static final String NAME = "field";

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private static FormFields form(String value) {
        return new FormFields(Map.of(NAME, value));
    }

    private static void assertRefused(ThrowingCallable reading, String sentence) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.code()).isEqualTo("invalid_" + NAME))
                .hasMessage(sentence);
    }

    @Test
    void anEmptyFieldIsAsGoodAsAbsent() {
        FormFields form = form("");

        assertThat(form.has(NAME)).isFalse();
        assertThat(form.text(NAME)).isEmpty();
        assertThat(form.flag(NAME)).isEmpty();
        assertThat(form.whole(NAME, 0, 1)).isEmpty();
        assertThat(form.decimal(NAME, 0, 1)).isEmpty();
        assertThat(form.choice(NAME, Colour.class)).isEmpty();
        assertThat(form.list(NAME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "0.25,0.25", "1.,1", ".5,0.5", "000.5,0.5"})
    void numbersAreWrittenAsPeopleWriteThem(String given, double meant) {
        assertThat(form(given).decimal(NAME, 0, 1)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.01", "0,5", "1e-1", "0x1", "NaN", "Infinity", "1d", "half", "."})
    void whatIsNoNumberOfTheRangeIsRefusedWithTheRange(String given) {
        assertRefused(
                () -> form(given).decimal(NAME, 0, 1), "field must be a number from 0 to 1, found \"" + given + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "2.0", "+2", "1e1", "99999999999999999999", "two"})
    void whatIsNoWholeNumberOfTheRangeIsRefusedWithTheRange(String given) {
        assertRefused(
                () -> form(given).whole(NAME, 0, 10),
                "field must be a whole number from 0 to 10, found \"" + given + "\".");
    }

    @Test
    void bothEndsOfARangeBelongToIt() {
        assertThat(form("0").whole(NAME, 0, 10)).contains(0L);
        assertThat(form("10").whole(NAME, 0, 10)).contains(10L);
        assertThat(form("-10").decimal(NAME, -10, 0.5)).contains(-10.0);
        assertThat(form("0.5").decimal(NAME, -10, 0.5)).contains(0.5);
    }

    @Test
    void constantsAreNamedInAnyCase() {
        assertThat(form("green").choice(NAME, Colour.class)).contains(Colour.GREEN);
        assertThat(form("Green").choice(NAME, Colour.class)).contains(Colour.GREEN);
        assertRefused(
                () -> form("pink").choice(NAME, Colour.class), "field must be red, green or blue, found \"pink\".");
    }

    @Test
    void severalValuesAreSeparatedByCommasOrRepeated() {
        assertThat(form("red, blue,").list(NAME)).containsExactly("red", "blue");
        assertThat(new FormFields(Map.of(NAME + "[]", "red\nblue")).choices(NAME, Colour.class))
                .containsExactly(Colour.RED, Colour.BLUE);
        assertThat(new FormFields(Map.of(NAME + "[]", "0\n0.5")).decimals(NAME, 0, 1))
                .containsExactly(0.0, 0.5);
    }

    @Test
    void bothSpellingsAtOnceAreRefused() {
        FormFields form = new FormFields(Map.of(NAME, "red", NAME + "[]", "blue"));

        assertThatThrownBy(() -> form.list(NAME)).isInstanceOfSatisfying(InvalidRequest.class, e -> assertThat(e.code())
                .isEqualTo("repeated_field"));
    }

    @Test
    void aTextHasALimit() {
        assertThat(form("abc").text(NAME, 3)).contains("abc");
        assertRefused(() -> form("abcd").text(NAME, 3), "field must have at most 3 characters, found 4.");
    }
}
