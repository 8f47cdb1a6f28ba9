package stt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final String MANIFEST =
            "Manifest-Version: 1.0\nAdd-Opens: java.base/java.lang\nMain-Class: stt.server.Main\n";

    @TempDir
    Path data;

    private RunnableJar jar;

    @BeforeEach
    void makeAJar() throws IOException {
        jar = jarWith("one");
    }

    @Test
    void expandsTheModulesOfTheApplication() {
        Path application = RunFolder.of(jar, data).application();

        assertThat(application.resolve("META-INF/application.xml")).hasContent("<application/>");
        assertThat(application.resolve("web-module_war/index.html")).hasContent("one");
        assertThat(application.resolve("lib/ours.jar")).isRegularFile();
    }

    @Test
    void hidesForeignLibrariesFromTheScanner() {
        Path application = RunFolder.of(jar, data).application();

        assertThat(application.resolve("lib__theirs_jar")).isEmptyDirectory();
        assertThat(application.resolve("lib__ours_jar")).doesNotExist();
    }

    @Test
    void namesThePlatformsModulesAsTheClassPathAndKeepsWhatTheManifestOpens() throws IOException {
        try (JarFile launcher =
                new JarFile(RunFolder.of(jar, data).launcherJar().toFile())) {
            assertThat(launcher.getManifest().getMainAttributes().getValue("Class-Path"))
                    .isEqualTo("runtime/kernel.jar");
            assertThat(launcher.getManifest().getMainAttributes().getValue("Add-Opens"))
                    .isEqualTo("java.base/java.lang");
            assertThat(launcher.getEntry("MICRO-INF/domain/domain.xml")).isNotNull();
        }
    }

    @Test
    void unpacksTheSameContentOnce() throws IOException {
        RunFolder folder = RunFolder.of(jar, data);
        Path mark = Files.createFile(folder.path().resolve("mark"));

        assertThat(RunFolder.of(jarWith("one"), data)).isEqualTo(folder);
        assertThat(mark).exists();
    }

    @Test
    void unpacksOtherContentElsewhereAndRemovesWhatWasThere() throws IOException {
        RunFolder old = RunFolder.of(jar, data);

        RunFolder other = RunFolder.of(jarWith("two"), data);
        other.removeOthers();

        assertThat(other.application().resolve("web-module_war/index.html")).hasContent("two");
        assertThat(old.path()).doesNotExist();
    }

    @Test
    void beginsAgainWhereUnpackingWasInterrupted() throws IOException {
        Path unfinished = Files.createDirectories(data.resolve("run/unfinished1"));

        RunFolder folder = RunFolder.of(jar, data);
        folder.removeOthers();

        assertThat(folder.launcherJar()).isRegularFile();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void removesPayarasWorkingFilesAndNothingElse() throws IOException {
        RunFolder folder = RunFolder.of(jar, data);
        Files.createDirectories(folder.path().resolve("config/branding"));

        folder.reset();

        assertThat(folder.path().resolve("config")).doesNotExist();
        assertThat(folder.launcherJar()).isRegularFile();
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> RunFolder.of(jar, file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(file.resolve("run").toString());
    }

    private RunnableJar jarWith(String page) throws IOException {
        Map<String, byte[]> ear = new LinkedHashMap<>();
        ear.put("META-INF/application.xml", bytes("<application/>"));
        ear.put("web-module.war", zip(Map.of("index.html", bytes(page))));
        ear.put("lib/ours.jar", zip(Map.of("stt/A.class", bytes("a"))));
        ear.put("lib/theirs.jar", zip(Map.of("org/B.class", bytes("b"))));
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("META-INF/MANIFEST.MF", bytes(MANIFEST));
        content.put("MICRO-INF/domain/domain.xml", bytes("<domain/>"));
        content.put("MICRO-INF/runtime/kernel.jar", zip(Map.of("org/Kernel.class", bytes("k"))));
        content.put("stt.ear", zip(ear));
        return new RunnableJar(Files.write(Files.createTempFile(data, "server", ".jar"), zip(content)));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream((OutputStream) bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()).setLastModifiedTime(FileTime.fromMillis(0)));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
