package stt.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The jar that starts the server's virtual machine: this program, Payara Micro's boot classes and configuration, and a
 * manifest with the class path. Payara finds its modules through that {@code Class-Path}, as it does in the launchers that
 * its own {@code --outputlauncher} writes.
 */
final class LauncherJar {

    static final String NAME = "launcher.jar";

    private LauncherJar() {}

    /**
     * Writes the jar.
     *
     * @param archive   the runnable jar
     * @param classPath Payara's modules, relative to the launcher
     */
    static void write(JarFile archive, List<String> classPath, Path file) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest(archive, classPath))) {
            for (JarEntry entry : archive.stream().filter(LauncherJar::belongs).toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = archive.getInputStream(entry)) {
                    content.transferTo(out);
                }
            }
        }
    }

    /** Folders, too: Payara makes its configuration folders from their entries. */
    private static boolean belongs(JarEntry entry) {
        String name = entry.getName();
        return name.startsWith("fish/")
                || name.startsWith("stt/")
                || (name.startsWith("MICRO-INF/") && !name.startsWith("MICRO-INF/runtime/"));
    }

    private static Manifest manifest(JarFile archive, List<String> classPath) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putAll(archive.getManifest().getMainAttributes());
        attributes.put(Attributes.Name.MAIN_CLASS, ServerProcess.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
        return manifest;
    }
}
