package stt.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten hours, and four times that, fit in the same small heap: what is held does not grow with the transcript. */
class LongExportTest {

    private static final String HEAP = "-Xmx32m";

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void everyFormatIsWrittenInASmallHeap(int hours) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongExport.class.getName(),
                        Integer.toString(hours))
                .redirectErrorStream(true)
                .start();
        List<String> printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).as(String.join("\n", printed)).isZero();
        assertThat(printed).hasSize(ExportFormat.values().length);
        assertThat(printed).allMatch(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)) > hours * 10_000L);
    }
}
