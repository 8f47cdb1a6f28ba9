package stt.server;

import java.util.List;

/** {@code java -jar stt-server.jar [COMMAND]}: without a command it runs the server. */
public final class Main {

    private static final int WRONG_USAGE = 2;
    private static final int GRANT_WORDS = 4; // admin grant EMAIL CREDITS
    private static final String USAGE =
            """
            Usage: java -jar stt-server.jar [COMMAND]

              serve                    run the server; the default
              models ...               list, install, verify and remove models
              key                      make a new API key for the administrator of the running server
              admin reset-password     give the administrator of the running server a new password
              admin grant EMAIL CREDITS   give an account of the running server credits
              backup [FILE]            back up database, key file and kept audio, while the server runs or not
              restore FILE [--force]   restore a back-up; with --force in place of the accounts that are there
              version                  print the version
              help                     print this
            """;

    private Main() {}

    /** Runs a command and ends the virtual machine with its exit code: 0 done, 1 could not be done, 2 wrong usage. */
    public static void main(String[] words) {
        try {
            System.exit(run(List.of(words)));
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(Refused.EXIT_CODE);
        }
    }

    private static int run(List<String> words) {
        Settings settings = Settings.ofThisProcess();
        Terminal terminal = new Terminal(System.out);
        String command = words.isEmpty() ? "serve" : words.get(0);
        switch (words.isEmpty()
                ? command
                : String.join(" ", words)
                        .replaceFirst("^models .*", "models")
                        .replaceFirst("^backup .*", "backup")
                        .replaceFirst("^restore .*", "restore")
                        .replaceFirst("^admin grant \\S+ \\S+$", "admin grant")) {
            case "serve" -> new Serve(settings, terminal).run();
            case "models" -> {
                return ApplicationProgram.models(settings).run(words.subList(1, words.size()));
            }
            case "backup" -> {
                return new Backups(settings).make(words.subList(1, words.size()));
            }
            case "restore" -> {
                return new Backups(settings).restore(words.subList(1, words.size()));
            }
            case "key" -> new Administer(settings, terminal).newKey();
            case "admin reset-password" -> new Administer(settings, terminal).resetPassword();
            case "admin grant" -> grant(new Administer(settings, terminal), words);
            case "version" -> System.out.println(RunnableJar.version());
            case "help" -> System.out.print(USAGE);
            default -> {
                System.err.print(USAGE);
                return WRONG_USAGE;
            }
        }
        return 0;
    }

    private static void grant(Administer administer, List<String> words) {
        if (words.size() != GRANT_WORDS) {
            throw new Refused("Give the account's e-mail address and a number of credits.");
        }
        administer.grant(words.get(2), words.get(3));
    }
}
