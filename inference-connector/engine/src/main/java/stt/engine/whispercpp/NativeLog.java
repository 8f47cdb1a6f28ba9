package stt.engine.whispercpp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * whisper.cpp's log. It goes to ours, without its levels, which the binding drops: what sounds like trouble as a warning, the
 * rest for debugging. It is also the only place where the binding tells which language was detected.
 */
final class NativeLog {

    private static final System.Logger LOG = System.getLogger(NativeLog.class.getName());

    private static final Pattern TROUBLE = Pattern.compile("\\b(error|failed|fail|invalid|unknown|warn)\\b");

    private static final Pattern DETECTED = Pattern.compile("auto-detected language: ([a-z]{2,3}) \\(p = ([0-9.]+)\\)");

    /** Lines are written by the thread that runs. */
    private static final ThreadLocal<Heard> LISTENING = new ThreadLocal<>();

    private NativeLog() {}

    /**
     * A language that was detected.
     *
     * @param probability in [0, 1]
     */
    record Detected(String code, double probability) {}

    private static final class Heard {
        private @Nullable Detected language;
    }

    /** Runs {@code call} in this thread; what language was detected meanwhile, if one was. */
    static Optional<Detected> during(Runnable call) {
        Heard heard = new Heard();
        LISTENING.set(heard);
        try {
            call.run();
            return Optional.ofNullable(heard.language);
        } finally {
            LISTENING.remove();
        }
    }

    /** Takes a line, or part of one, from whisper.cpp. */
    static void accept(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            return;
        }
        boolean trouble = TROUBLE.matcher(line.toLowerCase(Locale.ROOT)).find();
        LOG.log(trouble ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG, line);
        Matcher detected = DETECTED.matcher(line);
        Heard heard = LISTENING.get();
        if (heard != null && detected.find()) {
            heard.language = new Detected(detected.group(1), Double.parseDouble(detected.group(2)));
        }
    }
}
