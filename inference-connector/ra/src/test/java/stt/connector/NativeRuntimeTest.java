package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Deploys the native library the way a container does: by a class loader of its own, which is thrown away. */
@EnabledOnOs(OS.LINUX) // which tells what is in memory
class NativeRuntimeTest {

    private static final int COLLECTIONS = 200;

    /** Names the unpacked library to later deployments. */
    private static final String SHARED = "stt.onnxruntime.unpacked";

    /** What is left of a deployment: its class loader, its files, and the library's number on disk. */
    private record Remains(WeakReference<ClassLoader> loader, Path folder, String library) {}

    @Test
    void undeploymentDeletesTheUnpackedLibrary() throws Exception {
        Remains remains = deployAndUndeploy();

        assertThat(remains.folder()).doesNotExist();
    }

    @Test
    void undeploymentUnloadsTheLibrary() throws Exception {
        System.clearProperty(SHARED); // the library of other deployments in this process stays with them
        Remains remains = deployAndUndeploy();

        // The collector finds the class loader unreachable, and another thread then unloads what it had loaded.
        for (int i = 0; i < COLLECTIONS && mappedFiles().contains(remains.library()); i++) {
            System.gc();
        }

        assertThat(remains.loader().get()).isNull();
        assertThat(mappedFiles()).doesNotContain(remains.library());
    }

    /** Containers keep undeployed class loaders for reasons of their own: each must not cost a copy of the library. */
    @Test
    void deploymentsThatStayInMemoryShareOneLibrary() throws Exception {
        try (URLClassLoader first = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
                URLClassLoader second = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object earlier = deploy(first);
            Set<String> mapped = mappedFiles();
            call(earlier, "end");
            Object later = deploy(second);

            assertThat(mappedFiles()).isEqualTo(mapped);
            call(later, "end");
        }
    }

    /** What ONNX Runtime's libraries in memory are on disk: the numbers of the files, whatever their names. */
    private static Set<String> mappedFiles() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains("libonnxruntime"))
                    .map(line -> line.split(" +", -1))
                    .map(columns -> columns[4])
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void otherShutdownHooksStay() throws Exception {
        Thread other = new Thread(() -> {});
        Runtime.getRuntime().addShutdownHook(other);

        deployAndUndeploy();

        assertThat(Runtime.getRuntime().removeShutdownHook(other)).isTrue();
    }

    private static Remains deployAndUndeploy() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object natives = deploy(loader);
            Path unpacked = filesOf(natives);
            String library = Files.getAttribute(unpacked.resolve("libonnxruntime.so"), "unix:ino")
                    .toString();
            assertThat(mappedFiles()).contains(library);
            call(natives, "begin");
            call(natives, "end");
            return new Remains(new WeakReference<>(loader), unpacked, library);
        }
    }

    private static Object deploy(ClassLoader loader) throws ReflectiveOperationException {
        Constructor<?> constructor =
                loader.loadClass("stt.connector.NativeRuntime").getDeclaredConstructor();
        constructor.setAccessible(true);
        Object natives = constructor.newInstance();
        call(natives, "begin");
        return natives;
    }

    private static Path filesOf(Object natives) throws ReflectiveOperationException {
        Field files = natives.getClass().getDeclaredField("files");
        files.setAccessible(true);
        return ((Optional<?>) files.get(natives)).map(Path.class::cast).orElseThrow();
    }

    private static void call(Object natives, String method) throws ReflectiveOperationException {
        Method called = natives.getClass().getDeclaredMethod(method);
        called.setAccessible(true);
        called.invoke(natives);
    }

    static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
