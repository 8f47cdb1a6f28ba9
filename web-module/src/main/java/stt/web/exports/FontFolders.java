package stt.web.exports;

import com.lowagie.text.pdf.BaseFont;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's fonts, by the scripts that their names promise. Each is loaded when it is first needed. Thread-safe. */
@ApplicationScoped
public class FontFolders {

    private static final System.Logger LOG = System.getLogger(FontFolders.class.getName());
    private static final int DEPTH = 8;

    /** The usual names of fonts for Chinese, Japanese and Korean, and of those that have something of everything. */
    private static final List<String> EAST_ASIAN =
            List.of("cjk", "wqy", "droidsansfallback", "sourcehan", "notosanssc", "notosansjp", "notosanskr");

    private static final List<String> GENERAL = List.of("unifont", "freesans", "arialunicode", "arialuni");

    private static final Set<UnicodeScript> EAST_ASIAN_SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private final Map<UnicodeScript, Optional<BaseFont>> found = new ConcurrentHashMap<>();
    private List<Path> folders = List.of();

    /** For the container. */
    public FontFolders() {}

    FontFolders(List<Path> folders) {
        this.folders = folders;
    }

    @Inject
    void configure(@ConfigProperty(name = "stt.export.font-dirs") Optional<List<String>> configured) {
        folders = configured.orElse(List.of()).stream().map(Path::of).toList();
    }

    /** A font that has {@code letter}, which is of a script that the built-in font lacks. */
    Optional<BaseFont> having(int letter) {
        return found.computeIfAbsent(UnicodeScript.of(letter), script -> search(script, letter))
                .filter(font -> font.charExists(letter));
    }

    private Optional<BaseFont> search(UnicodeScript script, int letter) {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> candidates(folder, script).stream())
                .flatMap(file -> load(file).stream())
                .filter(font -> font.charExists(letter))
                .findFirst();
    }

    private static List<Path> candidates(Path folder, UnicodeScript script) {
        List<String> promising = new ArrayList<>(List.of(plain(script.name())));
        if (EAST_ASIAN_SCRIPTS.contains(script)) {
            promising.addAll(EAST_ASIAN);
        }
        promising.addAll(GENERAL);
        try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> name(file).matches(".*\\.(ttf|otf|ttc)"))
                    .filter(file -> promising.stream().anyMatch(name(file)::contains))
                    .sorted(Comparator.comparing(FontFolders::unusual).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a folder of fonts cannot be read", e);
        }
    }

    /** Upright, neither bold nor light, comes first. */
    private static boolean unusual(Path file) {
        return name(file).matches(".*(bold|italic|oblique|light|thin|black|mono|serif|medium).*");
    }

    private static String name(Path file) {
        return plain(file.getFileName().toString());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
    }

    /** Some fonts are damaged, or may not be embedded: others may do. */
    private static Optional<BaseFont> load(Path file) {
        String first = name(file).endsWith(".ttc") ? file + ",0" : file.toString();
        try {
            return Optional.of(BaseFont.createFont(first, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The font {0} cannot be used: {1}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
