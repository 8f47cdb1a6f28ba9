package stt.engine.whispercpp;

import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import stt.engine.UnusableModel;
import stt.engine.natives.SharedLibrary;

/** Loads whisper.cpp, once for each class loader. */
final class NativeLibrary {

    private static boolean loaded;

    private NativeLibrary() {}

    /**
     * Later calls change nothing.
     *
     * @throws UnusableModel when it cannot be loaded, for example where the system has no {@code libgomp.so.1}
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            Optional<SharedLibrary> shared = shared();
            if (shared.isPresent()) {
                Optional<Path> links = shared.get().during(NativeLibrary::loadBinding);
                if (links.isPresent()) {
                    SharedLibrary.delete(links.get());
                }
            } else {
                loadBinding();
            }
            WhisperJNI.setLibraryLogger(NativeLog::accept);
            loaded = true;
        } catch (IOException | UncheckedIOException | UnsatisfiedLinkError e) {
            throw new UnusableModel("whisper.cpp's native library cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void loadBinding() {
        try {
            WhisperJNI.loadLibrary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its files for this machine, which the binding chooses likewise; empty where it has to unpack them itself. */
    private static Optional<SharedLibrary> shared() throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        String processor = Files.readString(Path.of("/proc/cpuinfo"));
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" ->
                Optional.of(files("/debian-amd64/", hasVectors(processor) ? "+mf16c+mfma+mavx+mavx2" : ""));
            case "aarch64" -> Optional.of(files("/debian-arm64/", processor.contains("fphp") ? "+fp16" : "+crc"));
            default -> Optional.empty();
        };
    }

    private static boolean hasVectors(String processor) {
        return processor.contains("avx2") && processor.contains("fma") && processor.contains("f16c");
    }

    private static SharedLibrary files(String folder, String variant) {
        return new SharedLibrary(
                "io.github.givimad.whisperjni.libdir",
                "stt.whispercpp.unpacked",
                Map.of(
                        "libwhisper-jni.so", folder + "libwhisper-jni.so",
                        "libwhisper.so.1", folder + "libwhisper.so.1",
                        "libggml.so", folder + "libggml" + variant + ".so"));
    }
}
