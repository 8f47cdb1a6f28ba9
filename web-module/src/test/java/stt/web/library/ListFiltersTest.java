package stt.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.search.SearchQuery;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptFilter;
import stt.web.errors.InvalidRequest;

class ListFiltersTest {

    @Test
    void withoutParametersItIsEverything() {
        assertThat(query()).isEqualTo(TranscriptFilter.ALL);
        assertThat(query("status", "", "q", " ")).isEqualTo(TranscriptFilter.ALL);
    }

    @Test
    void eachFilterIsRead() {
        TranscriptFilter filter = query("status", "completed", "language", "DE", "q", "Hello w*");

        assertThat(filter.status()).contains(Status.COMPLETED);
        assertThat(filter.language()).contains("de");
        assertThat(filter.words()).contains(SearchQuery.of("hello w*"));
    }

    @Test
    void aDateIsADayInUtc() {
        TranscriptFilter filter = query("date", "2024-02-29");

        assertThat(filter.from()).contains(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(filter.before()).contains(Instant.parse("2024-03-01T00:00:00Z"));
    }

    @Test
    void theLastDayIsMeantToo() {
        TranscriptFilter filter = query("date_from", "2026-11-01", "date_to", "2026-11-30");

        assertThat(filter.from()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(filter.before()).contains(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void dayAndRangeMustBothBeMet() {
        TranscriptFilter filter = query("date", "2026-11-10", "date_from", "2026-11-20");

        assertThat(filter.from()).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(filter.before()).contains(Instant.parse("2026-11-11T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "status, done",
        "status, COMPLETED",
        "language, xx",
        "language, ' or 1=1'",
        "date, yesterday",
        "date, 2026-02-30",
        "date, 2026-11-25T00:00",
        "date, -999999999-01-01",
        "date_from, 25.11.2026",
        "date_to, +999999999-12-31",
        "q, ...",
        "q, *"
    })
    void whatIsMalformedIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> query(name, value))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith(name + " must be ");
    }

    @Test
    void whatIsGivenTwiceIsRefused() {
        assertThatThrownBy(() -> query("q", "a", "q", "b")).isInstanceOf(InvalidRequest.class);
    }

    private static TranscriptFilter query(String... pairs) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return ListFilters.of(parameters);
    }
}
