package stt.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stt.models.sources.Content;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;
import stt.models.sources.Step;
import stt.models.whisper.GgmlFile;
import stt.models.whisper.UnreadableModel;
import stt.models.whisper.WhisperImporter;

/**
 * The files of a model as they were published, read and verified where the catalog knows them.
 *
 * @param folder that has them, and maybe others
 * @param files of the model
 * @param origin where they are from, for people
 */
record PublishedFiles(Path folder, List<ModelFile> files, String origin) {

    long bytes() {
        return files.stream().mapToLong(ModelFile::size).sum();
    }

    /**
     * The first file of a model that a folder lacks.
     *
     * @throws UnreadableModel when the folder has an index of weights that is not what it should be
     */
    static Optional<String> missing(Path folder, CatalogEntry entry) {
        return names(folder, entry).stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .findFirst();
    }

    /** What a folder must hold, for people. */
    static String requiredText(CatalogEntry entry) {
        if (entry.takesGgml()) {
            return entry.ggmlName() + " or one other ggml file of whisper.cpp, or " + weightsText();
        }
        if (entry.files().isEmpty() && entry.isImported()) {
            return weightsText();
        }
        List<String> names = fixedNames(entry);
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String weightsText() {
        return "a Whisper model as Hugging Face lays it out (model.safetensors, config.json, tokenizer.json) or as"
                + " CTranslate2 does (model.bin, config.json, tokenizer.json)";
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
        if (isCatalogued(folder, entry)) {
            compare(folder, entry, files);
        }
        return new PublishedFiles(folder, files, folder.toString());
    }

    private static void compare(Path folder, CatalogEntry entry, List<ModelFile> files) {
        for (int i = 0; i < files.size(); i++) {
            ModelFile expected = entry.files().get(i);
            ModelFile found = files.get(i);
            String path = folder.resolve(expected.name()).toString();
            new Content(found.size(), found.sha256()).mustBe(expected.size(), expected.sha256(), path);
        }
    }

    void copyTo(Path target) throws IOException {
        for (ModelFile file : files) {
            Files.copy(folder.resolve(file.name()), target.resolve(file.name()));
        }
    }

    /** The ggml file among these, for a model that whisper.cpp runs. */
    Optional<Path> ggml(CatalogEntry entry) {
        return ggmlIn(folder, entry).map(folder::resolve);
    }

    private static Optional<String> ggmlIn(Path folder, CatalogEntry entry) {
        return entry.takesGgml() ? GgmlFile.in(folder, entry.ggmlName()) : Optional.empty();
    }

    private static List<String> names(Path folder, CatalogEntry entry) {
        Optional<String> ggml = ggmlIn(folder, entry);
        if (ggml.isPresent()) {
            return List.of(ggml.get());
        }
        return isCatalogued(folder, entry) || !entry.isImported() ? fixedNames(entry) : WhisperImporter.files(folder);
    }

    private static List<String> fixedNames(CatalogEntry entry) {
        return entry.files().isEmpty()
                ? List.of(CatalogEntry.ANY_FILE)
                : entry.files().stream().map(ModelFile::name).toList();
    }

    /**
     * Whether the files are to be the catalog's: always, but for models to import. Those may come in any form that can be
     * imported, and then tell by their shape what they are.
     */
    private static boolean isCatalogued(Path folder, CatalogEntry entry) {
        return !entry.files().isEmpty()
                && !(entry.isImported() && WhisperImporter.hasSafetensors(folder))
                && ggmlIn(folder, entry).isEmpty();
    }
}
