package stt.models.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stt.models.CatalogEntry;
import stt.models.InstallOptions;
import stt.models.LicenceConsent;
import stt.models.whisper.Precision;

/** A command line, understood. */
final class Arguments {

    private static final Set<String> COMMANDS = Set.of("list", "install", "verify", "remove", "help");

    private final String command;
    private final List<String> ids = new ArrayList<>();
    private @Nullable Path from;
    private @Nullable Precision precision;
    private boolean keepSources;
    private boolean starter;
    private boolean json;
    private @Nullable String as;
    private boolean acceptLicence;

    private Arguments(String command) {
        this.command = command;
    }

    /** @throws WrongUsage when it cannot be understood */
    static Arguments of(List<String> words) {
        if (words.isEmpty()) {
            throw new WrongUsage("A command is missing: list, install, verify, remove or help.");
        }
        String command = Set.of("-h", "--help").contains(words.get(0)) ? "help" : words.get(0);
        if (!COMMANDS.contains(command)) {
            throw new WrongUsage(
                    "There is no command \"" + command + "\"; there are list, install, verify, remove and help.");
        }
        Arguments arguments = new Arguments(command);
        for (Iterator<String> rest = words.listIterator(1); rest.hasNext(); ) {
            arguments.take(rest.next(), rest);
        }
        arguments.check();
        return arguments;
    }

    String command() {
        return command;
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    boolean starter() {
        return starter;
    }

    boolean json() {
        return json;
    }

    /**
     * How to install; models that are named are read whole, those that only have to be there are not.
     *
     * @param asking what to do about a licence that the words do not accept
     */
    InstallOptions options(LicenceConsent asking) {
        LicenceConsent consent = acceptLicence ? entry -> true : asking;
        return new InstallOptions(from, as, precision, keepSources, !starter, consent);
    }

    private void take(String word, Iterator<String> rest) {
        switch (word) {
            case "--from" ->
                from = Path.of(value(word, rest, "a folder")).toAbsolutePath().normalize();
            case "--precision" -> precision = precision(value(word, rest, "nb8, fp32 or fp16"));
            case "--as" -> engine(value(word, rest, "an engine"));
            case "--accept-licence" -> acceptLicence = true;
            case "--keep-sources" -> keepSources = true;
            case "--starter" -> starter = true;
            case "--json" -> json = true;
            default -> {
                if (word.startsWith("-")) {
                    throw new WrongUsage("There is no option " + word + "; help shows those that there are.");
                }
                ids.add(word);
            }
        }
    }

    private void check() {
        boolean installing = command.equals("install");
        if (!installing
                && (from != null || precision != null || as != null || keepSources || starter || acceptLicence)) {
            throw new WrongUsage(
                    "--from, --as, --precision, --keep-sources, --accept-licence and --starter belong to install.");
        }
        if (as != null && (from == null || ids.size() != 1)) {
            throw new WrongUsage("--as belongs to one id and --from DIR: it says what the model in that folder is.");
        }
        if (json && !command.equals("list")) {
            throw new WrongUsage("--json belongs to list.");
        }
        if (command.equals("list") && !ids.isEmpty()) {
            throw new WrongUsage("list takes no id.");
        }
        boolean needsId = (installing && !starter) || command.equals("remove");
        if (needsId && ids.isEmpty()) {
            throw new WrongUsage(command + " needs the id of a model; list shows them.");
        }
    }

    private static String value(String option, Iterator<String> rest, String kind) {
        if (!rest.hasNext()) {
            throw new WrongUsage(option + " needs " + kind + ".");
        }
        return rest.next();
    }

    /** Models of other engines are those of the catalog, which says what they are. */
    private void engine(String name) {
        if (!name.equals(CatalogEntry.WHISPER) && !name.equals(CatalogEntry.WHISPER_CPP)) {
            throw new WrongUsage("A model of your own can be installed --as whisper or --as whisper.cpp, and not --as "
                    + name + ".");
        }
        as = name;
    }

    private static Precision precision(String id) {
        return Precision.of(id)
                .orElseThrow(
                        () -> new WrongUsage("There is no precision \"" + id + "\"; there are nb8, fp32 and fp16."));
    }
}
