package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import stt.connector.devices.Provider;

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
        assertThat(settings.hardware().provider()).isEqualTo(Provider.AUTO);
        assertThat(settings.hardware().cudaDevices()).isEmpty();
        assertThat(settings.hardware().threads()).isBetween(1, 4);
        assertThat(settings.life().idle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.life().retries()).isEqualTo(new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10)));
    }

    @Test
    void preloadsSeveralModelsOrNone() throws IOException {
        assertThat(with("stt.inference.preload", " base, small ,").preload()).containsExactly("base", "small");
        assertThat(with("stt.inference.preload", "").preload()).isEmpty();
    }

    @Test
    void takesTheThreadsThatAreConfigured() throws IOException {
        assertThat(with("stt.inference.threads", "12").hardware().threads()).isEqualTo(12);
    }

    @Test
    void takesCudaDevices() throws IOException {
        assertThat(with("stt.inference.cuda-devices", "1, 3").hardware().cudaDevices())
                .containsExactly(1, 3);
    }

    @Test
    void refusesAProviderThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("stt.inference.provider", "rocm"))
                .withMessageContaining("auto, cuda or cpu");
    }

    @Test
    void givesModelsTwoThirdsOfTheMachineUnlessItIsToldANumber() throws IOException {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();

        assertThat(with("stt.inference.memory", "0").life().memory().machine())
                .isCloseTo(machine / 3 * 2, Percentage.withPercentage(1));
        assertThat(with("stt.inference.memory", "2048").life().memory().machine())
                .isEqualTo(2048L << 20);
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
