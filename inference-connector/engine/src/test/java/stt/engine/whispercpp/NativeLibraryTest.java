package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Deploys whisper.cpp the way a container does: by a class loader of its own, which is thrown away. */
@EnabledOnOs(OS.LINUX) // which tells what is in memory
class NativeLibraryTest {

    private static final int COLLECTIONS = 200;

    /** Names the unpacked library to later deployments. */
    private static final String SHARED = "stt.whispercpp.unpacked";

    @Test
    void deploymentsThatStayInMemoryShareOneLibrary() throws Exception {
        try (URLClassLoader first = loader();
                URLClassLoader second = loader()) {
            deploy(first);
            Set<String> mapped = mapped();
            assertThat(mapped).hasSize(3);
            deploy(second);

            assertThat(mapped()).isEqualTo(mapped);
        }
    }

    @Test
    void aDeploymentLeavesNoFileOfItsOwn() throws Exception {
        try (URLClassLoader first = loader();
                URLClassLoader second = loader()) {
            deploy(first);
            Set<Path> files = folders();
            deploy(second);

            assertThat(folders()).isEqualTo(files);
            assertThat(System.getProperty("io.github.givimad.whisperjni.libdir"))
                    .isNull();
        }
    }

    @Test
    void nothingOfADeploymentIsKeptInMemory() throws Exception {
        WeakReference<ClassLoader> remains = deployAndUndeploy();
        for (int i = 0; i < COLLECTIONS && remains.get() != null; i++) {
            System.gc();
        }
        assertThat(remains.get()).isNull();
    }

    private static WeakReference<ClassLoader> deployAndUndeploy() throws Exception {
        try (URLClassLoader loader = loader()) {
            deploy(loader);
            return new WeakReference<>(loader);
        }
    }

    private static void deploy(ClassLoader loader) throws ReflectiveOperationException {
        Method load = loader.loadClass(NativeLibrary.class.getName()).getDeclaredMethod("load");
        load.setAccessible(true);
        load.invoke(null);
    }

    /** The folders that deployments have left, but for the one that they share. */
    private static Set<Path> folders() throws IOException {
        Path shared = Path.of(System.getProperty(SHARED));
        try (Stream<Path> paths = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return paths.filter(path -> path.getFileName().toString().startsWith("stt-natives"))
                    .filter(path -> Files.exists(path.resolve("libwhisper-jni.so")))
                    .filter(path -> isOf(path, shared))
                    .collect(Collectors.toSet());
        }
    }

    /** Whether a folder has links to this process's files: other builds may run beside this one. */
    private static boolean isOf(Path folder, Path shared) {
        try {
            return Files.isSameFile(folder.resolve("libggml.so"), shared.resolve("libggml.so"));
        } catch (IOException e) {
            return false; // another process has deleted its own meanwhile
        }
    }

    /** What whisper.cpp's libraries in memory are on disk: the numbers of the files, whatever their names. */
    private static Set<String> mapped() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains("libwhisper") || line.contains("libggml"))
                    .map(line -> line.split(" +", -1)[4])
                    .collect(Collectors.toSet());
        }
    }

    private static URLClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
