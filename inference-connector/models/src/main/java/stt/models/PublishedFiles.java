package stt.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stt.models.sources.Content;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;
import stt.models.sources.Step;

/**
 * The files of a model as they were published, read and verified where the catalog knows them.
 *
 * @param folder that has them, and maybe others
 * @param files of the model
 */
record PublishedFiles(Path folder, List<ModelFile> files) {

    /** What a folder of CTranslate2 has for a Whisper model, and what depends on its converter. */
    private static final List<String> CTRANSLATE2 = List.of("model.bin", "config.json", "tokenizer.json");

    private static final List<String> OPTIONAL = List.of("vocabulary.txt", "vocabulary.json");

    long bytes() {
        return files.stream().mapToLong(ModelFile::size).sum();
    }

    /** The first file of a model that a folder lacks. */
    static Optional<String> missing(Path folder, CatalogEntry entry) {
        return required(entry).stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .findFirst();
    }

    /** The names of the files that a folder must have. */
    static List<String> required(CatalogEntry entry) {
        return entry.files().isEmpty()
                ? CTRANSLATE2
                : entry.files().stream().map(ModelFile::name).toList();
    }

    /** The names of the files that a folder must have, as a list for people. */
    static String requiredText(CatalogEntry entry) {
        List<String> names = required(entry);
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * Reads the files of a folder that lacks none.
     *
     * @throws SourceFailed when one is not what the catalog says
     */
    static PublishedFiles read(Path folder, CatalogEntry entry, Progress progress) throws IOException {
        List<String> names = names(folder, entry);
        long total = 0;
        for (String name : names) {
            total += Files.size(folder.resolve(name));
        }
        Step checking = new Step(progress, "Checking " + entry.id(), total);
        List<ModelFile> files = new ArrayList<>();
        for (String name : names) {
            Content content = Content.of(folder.resolve(name), checking::add);
            files.add(new ModelFile(name, content.size(), content.sha256()));
        }
        for (ModelFile expected : entry.files()) {
            ModelFile found = files.get(names.indexOf(expected.name()));
            String path = folder.resolve(expected.name()).toString();
            new Content(found.size(), found.sha256()).mustBe(expected.size(), expected.sha256(), path);
        }
        return new PublishedFiles(folder, files);
    }

    void copyTo(Path target) throws IOException {
        for (ModelFile file : files) {
            Files.copy(folder.resolve(file.name()), target.resolve(file.name()));
        }
    }

    private static List<String> names(Path folder, CatalogEntry entry) {
        Stream<String> optional = entry.files().isEmpty() ? OPTIONAL.stream() : Stream.of();
        return Stream.concat(
                        required(entry).stream(), optional.filter(name -> Files.isRegularFile(folder.resolve(name))))
                .toList();
    }
}
