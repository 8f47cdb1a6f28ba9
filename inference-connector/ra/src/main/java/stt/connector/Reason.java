package stt.connector;

import java.util.regex.Pattern;
import stt.engine.UnusableModel;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.models.StoreFailed;

/** Why a model could not be loaded, as callers may know it: engines name folders, and quote the sources of libraries. */
final class Reason {

    /** What comes before the name of a file in an absolute path. */
    private static final Pattern FOLDERS =
            Pattern.compile("(?<![\\w.])(?:[A-Za-z]:)?(?:[/\\\\][^\\s/\\\\:,;'\"()]+)*[/\\\\](?=[^\\s/\\\\])");

    private static final int LONGEST = 200;

    private Reason() {}

    /** One sentence. Only messages that are written for people are passed on. */
    static String of(Throwable why) {
        if (why instanceof OutOfMemoryError) {
            return "the server's memory did not suffice";
        }
        if (why instanceof InferenceFailed) {
            return "its trial run failed";
        }
        if (why instanceof InferenceCancelled) {
            return "its trial run took too long";
        }
        if (why instanceof UnusableModel || why instanceof StoreFailed) {
            return sentence(String.valueOf(why.getMessage()));
        }
        return "something unforeseen went wrong"; // the log has it
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("");
        String named = FOLDERS.matcher(line).replaceAll("").strip();
        String end = named.length() > LONGEST ? named.substring(0, LONGEST) + " ..." : named;
        return end.endsWith(".") ? end.substring(0, end.length() - 1) : end;
    }
}
