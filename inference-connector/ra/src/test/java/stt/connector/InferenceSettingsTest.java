package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class InferenceSettingsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("stt.repository"));

    private static Map<String, String> documented() throws IOException {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(
                REPOSITORY.resolve("payara-config/src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        }
        Map<String, String> values = new HashMap<>();
        defaults.stringPropertyNames().forEach(key -> values.put(key, defaults.getProperty(key)));
        return values;
    }

    private static InferenceSettings with(String key, String value) throws IOException {
        Map<String, String> values = documented();
        values.put(key, value);
        return InferenceSettings.from(new MapConfig(values));
    }

    @Test
    void everyKeyHasADocumentedDefault() throws IOException {
        InferenceSettings settings = InferenceSettings.from(new MapConfig(documented()));

        assertThat(settings.preload()).containsExactly("base");
        assertThat(settings.poolWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.engine().cudaDevice()).isEmpty();
        assertThat(settings.engine().intraOpThreads()).isBetween(1, 4);
    }

    @Test
    void preloadsSeveralModelsOrNone() throws IOException {
        assertThat(with("stt.inference.preload", " base, small ,").preload()).containsExactly("base", "small");
        assertThat(with("stt.inference.preload", "").preload()).isEmpty();
    }

    @Test
    void takesTheThreadsThatAreConfigured() throws IOException {
        assertThat(with("stt.inference.threads", "12").engine().intraOpThreads())
                .isEqualTo(12);
    }

    @Test
    void takesACudaDevice() throws IOException {
        assertThat(with("stt.inference.cuda-device", "1").engine().cudaDevice()).hasValue(1);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> with("stt.inference.stop-grace", "soon"));
    }

    @Test
    void missesNoKeySilently() throws IOException {
        Map<String, String> values = documented();
        values.remove("stt.inference.load-wait");

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> InferenceSettings.from(new MapConfig(values)));
    }

    /** The container reads the pool's keys itself, at a time when the documented file may not be visible to it. */
    @Test
    void theDeploymentDescriptorRepeatsTheDocumentedDefaults() throws IOException {
        String descriptor = Files.readString(REPOSITORY.resolve("ear/src/main/application/META-INF/application.xml"));

        Map<String, String> documented = documented();
        for (String key : new String[] {"pool-size", "max-wait", "idle-timeout"}) {
            String name = "stt.inference." + key;
            assertThat(descriptor).contains("${MPCONFIG=" + name + ":" + documented.get(name) + "}");
        }
    }
}
