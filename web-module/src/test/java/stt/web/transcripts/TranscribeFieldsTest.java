package stt.web.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.inference.Language;
import stt.inference.api.TranscriptionOptions;
import stt.transcripts.TranscriptionRequest;
import stt.web.errors.InvalidRequest;

class TranscribeFieldsTest {

    @Test
    void anEmptyFormHasTheContractsDefaults() {
        TranscribeFields fields = TranscribeFields.of(Map.of());

        assertThat(fields.format()).isEqualTo(ResponseFormat.JSON);
        assertThat(fields.request())
                .isEqualTo(new TranscriptionRequest("large-v3-turbo", TranscriptionOptions.DEFAULT, true, 0, false));
    }

    @Test
    void emptyFieldsHaveTheirDefaultsToo() {
        Map<String, String> empty = new HashMap<>();
        for (String name :
                new String[] {"model", "language", "diarize", "speakers", "response_format", "word_timestamps"}) {
            empty.put(name, "");
        }

        assertThat(TranscribeFields.of(empty)).isEqualTo(TranscribeFields.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "1,true", "false,false", "FALSE,false", "0,false"})
    void flagsAreTrueOrFalseInAnyCaseOrAsDigits(String given, boolean meant) {
        TranscriptionRequest request = request("diarize", given);

        assertThat(request.diarize()).isEqualTo(meant);
        assertThat(request("word_timestamps", given).options().wordTimes()).isEqualTo(meant);
    }

    @Test
    void everyLanguageThatIsListedIsAccepted() {
        for (Language language : Language.ALL) {
            assertThat(request("language", language.code()).options().language())
                    .contains(language.code());
        }
    }

    @ParameterizedTest
    @CsvSource({"EN,en", "De,de"})
    void languagesAreAcceptedInAnyCase(String given, String meant) {
        assertThat(request("language", given).options().language()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"auto", "AUTO"})
    void autoDetectsTheLanguage(String given) {
        assertThat(request("language", given).options().language()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "language,english,unknown_language",
        "language,xx,unknown_language",
        "diarize,yes,invalid_diarize",
        "word_timestamps,2,invalid_word_timestamps",
        "speakers,-1,invalid_speakers",
        "speakers,101,invalid_speakers",
        "speakers,2.5,invalid_speakers",
        "speakers,99999999999,invalid_speakers",
        "response_format,xml,invalid_response_format",
        "response_format,JSON,invalid_response_format"
    })
    void whatIsMalformedIsRefusedByName(String field, String value, String code) {
        assertThatThrownBy(() -> TranscribeFields.of(Map.of(field, value)))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageStartingWith(field);
    }

    @Test
    void aLongValueIsNotRepeatedWhole() {
        assertThatThrownBy(() -> TranscribeFields.of(Map.of("language", "x".repeat(10_000))))
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void fieldsThatNobodyKnowsAreIgnored() {
        assertThat(TranscribeFields.of(Map.of("smart_format", "true"))).isEqualTo(TranscribeFields.of(Map.of()));
    }

    private static TranscriptionRequest request(String field, String value) {
        return TranscribeFields.of(Map.of(field, value)).request();
    }
}
