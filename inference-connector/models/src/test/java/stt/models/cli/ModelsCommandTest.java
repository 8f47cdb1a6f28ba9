package stt.models.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.models.Catalog;
import stt.models.CatalogEntry;
import stt.models.GeneratedModel;
import stt.models.ModelStore;
import stt.models.Task;

class ModelsCommandTest {

    private final GeneratedModel model = new GeneratedModel("voice");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path directory;
    private final Path from;
    private final ModelStore store;

    ModelsCommandTest(@TempDir Path temporary) throws IOException {
        this.directory = temporary.resolve("store");
        this.from = model.writeFiles(temporary.resolve("from"));
        this.store = ModelStore.at(directory, model.catalog());
    }

    @Test
    void installsAndSaysWhere() {
        assertThat(run("install", "voice", "--from", from.toString())).isZero();
        assertThat(out()).endsWith("voice is installed: as published, 301 kB, in " + directory.resolve("voice") + "\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void saysWhenThereWasNothingToDo() {
        run("install", "voice", "--from", from.toString());
        assertThat(run("install", "voice")).isZero();
        assertThat(out())
                .endsWith("voice is already installed: as published, 301 kB, in " + directory.resolve("voice") + "\n");
    }

    @Test
    void installsTheStarterSetAndIsSilentWhenItIsThere() {
        assertThat(run("install", "--starter", "--from", from.toString())).isZero();
        assertThat(out()).contains("voice is installed");
        out.reset();
        assertThat(run("install", "--starter")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void listsModelsAndTheirState() {
        assertThat(run("list")).isZero();
        assertThat(out()).containsPattern("(?m)^voice +Generated voice +vad +fast +any +MIT +not installed$");
        run("install", "voice", "--from", from.toString());
        out.reset();
        run("list");
        assertThat(out()).containsPattern("(?m)^voice .* installed, as published, 301 kB$");
        assertThat(out()).endsWith("Store: " + directory + "\n");
    }

    @Test
    void listsModelsForPrograms() {
        run("install", "voice", "--from", from.toString());
        out.reset();
        assertThat(run("list", "--json")).isZero();
        JsonObject voice = Json.createReader(new StringReader(out()))
                .readObject()
                .getJsonArray("models")
                .getJsonObject(0);
        assertThat(voice.getString("id")).isEqualTo("voice");
        assertThat(voice.getBoolean("installed")).isTrue();
        assertThat(voice.getString("directory"))
                .isEqualTo(directory.resolve("voice").toString());
    }

    @Test
    void asksBeforeALicenceThatRestrictsUseAndWritesItDown() throws IOException {
        ModelStore restricted = ModelStore.at(directory, model.restricted());
        String[] words = {"install", "voice", "--from", from.toString()};
        assertThat(command(restricted, question -> false).run(List.of(words))).isEqualTo(ModelsCommand.FAILED);
        assertThat(err())
                .isEqualTo(
                        "voice was not installed: its licence, CC-BY-NC-4.0 (https://example.org/licence), restricts what"
                                + " it may be used for, and has to be accepted: use --accept-licence.\n");
        List<String> asked = new ArrayList<>();
        assertThat(command(restricted, asked::add).run(List.of(words))).isZero();
        assertThat(asked)
                .containsExactly(
                        "voice may be used under CC-BY-NC-4.0 only (https://example.org/licence). Accept? [y/N] ");
        assertThat(restricted
                        .find("voice")
                        .orElseThrow()
                        .manifest()
                        .provenance()
                        .accepted())
                .isPresent();
        Files.delete(directory.resolve("voice").resolve(GeneratedModel.WORDS));
        assertThat(command(restricted, question -> false).run(List.of(words))).isZero();
    }

    @Test
    void aLicenceCanBeAcceptedOnTheCommandLine() {
        ModelStore restricted = ModelStore.at(directory, model.restricted());
        List<String> words = List.of("install", "voice", "--accept-licence", "--from", from.toString());
        assertThat(command(restricted, question -> false).run(words)).isZero();
        assertThat(restricted.find("voice").orElseThrow().manifest().provenance())
                .satisfies(provenance -> assertThat(provenance.licence()).isEqualTo("CC-BY-NC-4.0"))
                .satisfies(provenance -> assertThat(provenance.source()).isEqualTo(from.toString()))
                .satisfies(provenance -> assertThat(provenance.accepted()).isPresent());
    }

    @Test
    void tellsModelsThatNeedAFolder() {
        CatalogEntry entry = model.entry();
        CatalogEntry lonely = new CatalogEntry(
                "lonely",
                Task.SYNTHESIS,
                "Lonely",
                List.of(),
                entry.speed(),
                "piper",
                1,
                false,
                entry.licence(),
                Map.of(),
                entry.files(),
                List.of());
        ModelsCommand command = command(ModelStore.at(directory, new Catalog(List.of(lonely))), question -> false);
        assertThat(command.run(List.of("list"))).isZero();
        assertThat(out()).containsPattern("(?m)^lonely .* synthesis .* not installed, needs --from DIR$");
    }

    @Test
    void verifiesEverythingUnlessAModelIsNamed() throws IOException {
        run("install", "voice", "--from", from.toString());
        assertThat(run("verify")).isZero();
        assertThat(out()).endsWith("voice is intact.\n");
        Path words = directory.resolve("voice").resolve(GeneratedModel.WORDS);
        Files.writeString(words, "other words  ");
        assertThat(run("verify", "voice")).isEqualTo(ModelsCommand.FAILED);
        assertThat(err())
                .isEqualTo(words
                        + " is not the file that was installed.\nTo install it again: ./stt models install voice\n");
    }

    @Test
    void removesOnce() {
        run("install", "voice", "--from", from.toString());
        assertThat(run("remove", "voice")).isZero();
        assertThat(out()).endsWith("voice is removed.\n");
        assertThat(run("remove", "voice")).isEqualTo(ModelsCommand.FAILED);
        assertThat(err()).isEqualTo("voice is not installed.\n");
    }

    @Test
    void reportsAFailureInOneSentence() {
        assertThat(run("install", "voice", "--from", directory.resolve("none").toString()))
                .isEqualTo(ModelsCommand.FAILED);
        assertThat(err()).isEqualTo("voice was not installed: " + directory.resolve("none") + " is not a folder.\n");
    }

    @Test
    void refusesWrongCommandLinesWithASentenceEach() {
        wrong("A command is missing: list, install, verify, remove or help.");
        wrong("There is no command \"instal\"; there are list, install, verify, remove and help.", "instal");
        wrong("There is no option --force; help shows those that there are.", "install", "voice", "--force");
        wrong(
                "There is no precision \"int4\"; there are nb8, fp32 and fp16.",
                "install",
                "voice",
                "--precision",
                "int4");
        wrong("--from needs a folder.", "install", "voice", "--from");
        wrong("--precision needs nb8, fp32 or fp16.", "install", "voice", "--precision");
        wrong("install needs the id of a model; list shows them.", "install");
        wrong("remove needs the id of a model; list shows them.", "remove");
        wrong("list takes no id.", "list", "voice");
        wrong("--json belongs to list.", "verify", "--json");
        wrong(
                "--from, --as, --precision, --keep-sources, --accept-licence and --starter belong to install.",
                "verify",
                "--starter");
        wrong(
                "A model of your own can be installed --as whisper or --as whisper.cpp, and not --as piper.",
                "install",
                "own",
                "--as",
                "piper");
        wrong(
                "--as belongs to one id and --from DIR: it says what the model in that folder is.",
                "install",
                "own",
                "--as",
                "whisper");
        wrong(
                "There is no model \"nois\"; known are voice, and a Whisper model of your own can be installed with --from DIR"
                        + " under any name of lower-case letters, digits, dots and hyphens.",
                "install",
                "nois");
    }

    @Test
    void explainsItself() {
        assertThat(run("help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("install ID...", "verify [ID...]", "remove ID...", "Exit codes");
    }

    @Test
    void findsTheStoreInTheEnvironment() {
        assertThat(ModelsCommand.directory(Map.of())).isEqualTo(Path.of("data/models"));
        assertThat(ModelsCommand.directory(Map.of("STT_DATA_DIR", "/srv"))).isEqualTo(Path.of("/srv/models"));
        assertThat(ModelsCommand.directory(Map.of("STT_DATA_DIR", "/srv", "STT_MODELS_DIR", "/models")))
                .isEqualTo(Path.of("/models"));
    }

    private void wrong(String sentence, String... words) {
        err.reset();
        assertThat(run(words)).as(sentence).isEqualTo(ModelsCommand.WRONG_USAGE);
        assertThat(err()).isEqualTo(sentence + "\n");
    }

    private int run(String... words) {
        return command(store, question -> false).run(List.of(words));
    }

    private ModelsCommand command(ModelStore store, Question question) {
        PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ModelsCommand(
                store,
                lines,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ProgressLines(lines, Clock.systemUTC()),
                question);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
