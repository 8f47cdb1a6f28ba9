package stt.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {

    /** zlib.crc32(b"stt_" + 43 * b"0") in Python is 0xabb0c87; in base 62: */
    private static final String CRC_OF_ZEROS = "0CBOBL";

    private static final String FORM = "stt_[0-9A-Za-z]{49}";

    private final SecureRandom random = new SecureRandom();

    @Test
    void aNewKeyHasTheRecognizableForm() {
        assertThat(KeySecret.random(random).text()).matches(FORM);
    }

    @Test
    void newKeysDiffer() {
        Set<String> keys = new HashSet<>();
        Stream.generate(() -> KeySecret.random(random).text()).limit(1_000).forEach(keys::add);

        assertThat(keys).hasSize(1_000);
    }

    @Test
    void aKeyReadsItselfBack() {
        KeySecret key = KeySecret.random(random);

        assertThat(KeySecret.parse(key.text())).contains(key);
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        String key = KeySecret.random(random).text();
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeySecret.parse(key.substring(0, i) + other + key.substring(i + 1)))
                    .as("changed at %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stt_", "Bearer", "sk-1234567890", "stt_\u0660"})
    void somethingElseIsNoKey(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
        assertThatThrownBy(() -> new KeySecret(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theChecksumIsTheCrc32OfWhatStandsBefore() {
        assertThat(KeySecret.parse("stt_" + "0".repeat(43) + CRC_OF_ZEROS)).isPresent();
    }

    @Test
    void theHashIsSha256OfTheText() {
        KeySecret key = new KeySecret("stt_" + "0".repeat(43) + CRC_OF_ZEROS);

        assertThat(key.hash()).isEqualTo("2a97acabdb38d952e7ede135d87aed0e2895919c9b5096f3fd8bd64ceb53a9ac");
    }

    @Test
    void aKeyHashesToItsOwnHashAlone() {
        KeySecret key = KeySecret.random(random);

        assertThat(key.hashesTo(key.hash())).isTrue();
        assertThat(key.hashesTo(KeySecret.random(random).hash())).isFalse();
    }

    @Test
    void aKeyNeverPrintsItself() {
        KeySecret key = KeySecret.random(random);

        assertThat(key.toString()).startsWith("stt_").hasSizeLessThan(16);
    }
}
