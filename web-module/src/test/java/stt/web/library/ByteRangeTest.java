package stt.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99",
        "Bytes = 10 - 500, 10, 99"
    })
    void isWhatTheHeaderAsksFor(String header, long first, long last) throws Exception {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "items=0-1", "bytes=0-1,5-6"})
    void isEverythingForWhatMayBeIgnored(String header) throws Exception {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void liesWithinTheFile(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 100)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @Test
    void isToldAsTheRfcWrites() {
        ByteRange range = new ByteRange(10, 19);

        assertThat(range.length()).isEqualTo(10);
        assertThat(range.of(100)).isEqualTo("bytes 10-19/100");
    }
}
