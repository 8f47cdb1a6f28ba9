package stt.connector;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ONNX Runtime's native library for as long as the adapter runs. The library's Java side lasts until the process exits: it
 * registers a shutdown hook, which keeps the deployment's class loader in memory, and leaves unpacked files to be deleted at
 * exit. {@link #end} does at undeployment what it would do at exit; the native code itself is {@link SharedLibrary shared}
 * with deployments before and after. Thread-safe.
 */
final class NativeRuntime {

    private static final System.Logger LOG = System.getLogger(NativeRuntime.class.getName());

    /** Inherited by the threads that are created while it is the context's: that tells this library's hook from others'. */
    private final ClassLoader mark = new ClassLoader(NativeRuntime.class.getClassLoader()) {};

    private boolean begun;
    private Optional<Path> files = Optional.empty();

    /** Loads the library; later calls change nothing. */
    synchronized void begin() {
        if (begun) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(mark);
        try {
            files = SharedLibrary.during(OrtEnvironment::getEnvironment);
            begun = true;
        } catch (IOException e) {
            throw new UncheckedIOException("ONNX Runtime's native library cannot be unpacked", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Frees the library's environment and files. Every session and model must be closed, and none may be opened after. */
    synchronized void end() {
        try {
            for (Thread hook : hooks()) {
                if (mark.equals(hook.getContextClassLoader())
                        && Runtime.getRuntime().removeShutdownHook(hook)) {
                    hook.start();
                    hook.join();
                    delete(files.isPresent() ? files : unpackedByItself());
                }
            }
            FreedMemory.giveBack();
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The process is ending, and runs the hooks itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "ONNX Runtime stays in memory until the process ends", e);
        }
    }

    /** The shutdown hooks. The JDK has no public way to list them; the server's manifest opens java.lang. */
    static List<Thread> hooks() throws ReflectiveOperationException {
        Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        hooks.setAccessible(true);
        synchronized (hooks.getDeclaringClass()) { // the lock under which the JDK changes them
            // Null once the process is ending.
            return hooks.get(null) instanceof Map<?, ?> known
                    ? known.keySet().stream()
                            .filter(Thread.class::isInstance)
                            .map(Thread.class::cast)
                            .toList()
                    : List.of();
        }
    }

    private static Optional<Path> unpackedByItself() throws ReflectiveOperationException {
        Field folder = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
        folder.setAccessible(true);
        return Optional.ofNullable((Path) folder.get(null));
    }

    private static void delete(Optional<Path> folder) {
        try {
            if (folder.isPresent()) {
                SharedLibrary.delete(folder.get());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, folder.get() + " stays until the process ends", e);
        }
    }
}
