package stt.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stt.models.sources.Content;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.Step;

/** Compares a model's files with its manifest. */
final class Verification {

    private Verification() {}

    /** What is wrong with the model in a folder, one sentence each. */
    static List<String> of(Path folder, String id, Progress progress) throws IOException {
        if (!Files.exists(folder)) {
            return List.of(id + " is not installed.");
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(folder);
        } catch (IOException e) {
            return List.of(folder.resolve(Manifest.FILE) + " is missing or unreadable.");
        }
        if (!manifest.isCurrent()) {
            return List.of(id + " was imported by another version of this program, whose graphs this one cannot run.");
        }
        Step reading = new Step(progress, "Verifying " + id, manifest.bytes());
        List<String> damage = new ArrayList<>();
        for (ModelFile file : manifest.files()) {
            try {
                Content content = Content.of(folder.resolve(file.name()), reading::add);
                if (content.size() != file.size() || !content.sha256().equals(file.sha256())) {
                    damage.add(folder.resolve(file.name()) + " is not the file that was installed.");
                }
            } catch (NoSuchFileException e) {
                damage.add(folder.resolve(file.name()) + " is missing.");
            }
        }
        return damage;
    }
}
