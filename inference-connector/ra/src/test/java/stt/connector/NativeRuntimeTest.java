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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Deploys the native library the way a container does: by a class loader of its own, which is thrown away. */
class NativeRuntimeTest {

    private static final int COLLECTIONS = 200;

    /** What is left of a deployment. */
    private record Remains(WeakReference<ClassLoader> loader, Path folder) {}

    @Test
    void undeploymentDeletesTheUnpackedLibrary() throws Exception {
        Remains remains = deployAndUndeploy();

        assertThat(remains.folder()).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which tells what is in memory
    void undeploymentUnloadsTheLibrary() throws Exception {
        Remains remains = deployAndUndeploy();

        // The collector finds the class loader unreachable, and another thread then unloads what it had loaded.
        for (int i = 0; i < COLLECTIONS && isInMemory(remains.folder()); i++) {
            System.gc();
        }

        assertThat(remains.loader().get()).isNull();
        assertThat(isInMemory(remains.folder())).isFalse();
    }

    private static boolean isInMemory(Path folder) throws IOException {
        return Files.readString(Path.of("/proc/self/maps"))
                .contains(folder.getFileName().toString());
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
            Class<?> type = loader.loadClass("stt.connector.NativeRuntime");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object natives = constructor.newInstance();
            call(natives, "begin");
            Field folder = loader.loadClass("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            folder.setAccessible(true);
            Path unpacked = (Path) folder.get(null);
            assertThat(unpacked).isDirectory();
            call(natives, "begin");
            call(natives, "end");
            return new Remains(new WeakReference<>(loader), unpacked);
        }
    }

    private static void call(Object natives, String method) throws ReflectiveOperationException {
        Method called = natives.getClass().getDeclaredMethod(method);
        called.setAccessible(true);
        called.invoke(natives);
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
