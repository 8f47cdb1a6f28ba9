package stt.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes the runnable jar apart: Payara's modules, the application with its modules expanded, and the launcher. */
final class Unpacking {

    private static final String RUNTIME = "MICRO-INF/runtime/";

    private final RunnableJar jar;

    private Unpacking(RunnableJar jar) {
        this.jar = jar;
    }

    static Unpacking of(RunnableJar jar) {
        return new Unpacking(jar);
    }

    /** Writes everything; the launcher comes last, so that a folder with a launcher is whole. */
    void into(Path folder) throws IOException {
        RunFolder target = new RunFolder(folder);
        try (JarFile archive = new JarFile(jar.path().toFile())) {
            List<String> classPath = modules(archive, folder.resolve("runtime"));
            dataSourceAdapters(folder);
            try (InputStream ear = archive.getInputStream(archive.getEntry(RunnableJar.APPLICATION))) {
                application(new ZipInputStream(ear), target.application());
            }
            ForeignLibraries.hideFromScanner(target.application());
            LauncherJar.write(archive, classPath, target.launcherJar());
        }
    }

    private static List<String> modules(JarFile archive, Path runtime) throws IOException {
        List<String> classPath = new ArrayList<>();
        Files.createDirectories(runtime);
        for (ZipEntry entry : archive.stream().toList()) {
            if (entry.getName().startsWith(RUNTIME) && !entry.isDirectory()) {
                String name = entry.getName().substring(RUNTIME.length());
                Files.createDirectories(runtime.resolve(name).resolveSibling(""));
                try (InputStream content = archive.getInputStream(entry)) {
                    Files.copy(content, runtime.resolve(name));
                }
                if (name.endsWith(".jar") || name.endsWith(".rar")) {
                    classPath.add("runtime/" + name);
                }
            }
        }
        return classPath;
    }

    /** Payara unpacks these itself only when it reads its jars through a class loader of its own. */
    private static void dataSourceAdapters(Path folder) throws IOException {
        try (DirectoryStream<Path> adapters = Files.newDirectoryStream(folder.resolve("runtime"), "*.rar")) {
            for (Path adapter : adapters) {
                try (ZipInputStream content = new ZipInputStream(Files.newInputStream(adapter))) {
                    expand(content, folder);
                }
            }
        }
    }

    /** Expands an archive; a module at its top level becomes a folder: {@code web-module.war} is {@code web-module_war}. */
    private static void application(ZipInputStream ear, Path folder) throws IOException {
        for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
            String name = entry.getName();
            if (isModule(name)) {
                expand(new ZipInputStream(ear), folder.resolve(name.replace('.', '_')));
            } else {
                write(entry, ear, folder);
            }
        }
    }

    private static void expand(ZipInputStream module, Path folder) throws IOException {
        for (ZipEntry entry = module.getNextEntry(); entry != null; entry = module.getNextEntry()) {
            write(entry, module, folder);
        }
    }

    private static void write(ZipEntry entry, ZipInputStream content, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.resolveSibling(""));
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isModule(String name) {
        return name.indexOf('/') < 0 && name.matches(".*\\.(jar|rar|war)");
    }
}
