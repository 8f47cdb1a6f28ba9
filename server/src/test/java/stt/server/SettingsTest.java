package stt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void listensOnLoopbackUnlessTold() {
        Settings settings = new Settings(new Properties(), Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsModelsInTheDataFolderUnlessTold() {
        assertThat(new Settings(new Properties(), Map.of("STT_DATA_DIR", "/srv/stt")).modelsDirectory())
                .isEqualTo(Path.of("/srv/stt/models"));
        assertThat(new Settings(new Properties(), Map.of("STT_MODELS_DIR", "/srv/models")).modelsDirectory())
                .isEqualTo(Path.of("/srv/models"));
    }

    @Test
    void handsTheModelsHubOnWhereItIsSet() throws IOException {
        String file = file("stt.models.hub=https://models.example");

        assertThat(new Settings(new Properties(), Map.of()).modelsHub()).isEmpty();
        assertThat(new Settings(new Properties(), Map.of("STT_CONFIG", file, "STT_MODELS_HUB_TOKEN", "secret"))
                        .modelsHub())
                .containsOnly(
                        Map.entry("STT_MODELS_HUB", "https://models.example"),
                        Map.entry("STT_MODELS_HUB_TOKEN", "secret"));
    }

    @Test
    void prefersSystemPropertiesToTheEnvironmentAndThatToTheFile() throws IOException {
        String file = file("stt.port=1", "stt.bind=10.0.0.1", "stt.log.format=json");
        Properties system = new Properties();
        system.setProperty("stt.port", "3");
        Settings settings = new Settings(system, Map.of("STT_PORT", "2", "STT_BIND", "10.0.0.2", "STT_CONFIG", file));

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.bindAddress()).isEqualTo("10.0.0.2");
        assertThat(settings.logFormat()).isEqualTo("json");
    }

    @Test
    void handsOnWhatOnlyTheFileSays() throws IOException {
        String file = file("stt.port=1", "stt.limits.free.largest-file=7");

        Properties handedOn =
                new Settings(new Properties(), Map.of("STT_PORT", "2", "STT_CONFIG", file)).fromFileOnly();

        assertThat(handedOn).containsOnly(Map.entry("stt.limits.free.largest-file", "7"));
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String text : new String[] {"http", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> new Settings(new Properties(), Map.of("STT_PORT", text)).port())
                    .isInstanceOf(Refused.class)
                    .hasMessage("STT_PORT is \"%s\", but a port is a number from 1 to 65535.", text);
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new Settings(new Properties(), Map.of("STT_CONFIG", "/nowhere.properties")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("/nowhere.properties");
    }

    @Test
    void refusesAnUnknownLogFormat() {
        assertThatThrownBy(() -> new Settings(new Properties(), Map.of("STT_LOG_FORMAT", "xml")).logFormat())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("STT_LOG_FORMAT is \"xml\"");
    }

    @Test
    void keepsTheDatabaseInTheDataFolderUnlessTold() {
        assertThat(new Settings(new Properties(), Map.of("STT_DATA_DIR", "/srv/stt")).databaseUrl())
                .startsWith("jdbc:h2:file:/srv/stt/database/stt;");
        assertThat(new Settings(new Properties(), Map.of("STT_DATABASE_URL", "jdbc:mysql://db/stt")).databaseUrl())
                .isEqualTo("jdbc:mysql://db/stt");
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("stt.properties"), List.of(lines)).toString();
    }
}
