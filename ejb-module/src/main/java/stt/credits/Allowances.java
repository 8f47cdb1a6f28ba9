package stt.credits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import stt.accounts.Tier;

/** What each tier may have done, and how much of it at once, from the keys {@code stt.limits.*}. Thread-safe. */
@Dependent
public class Allowances {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long CHARACTERS = 1_000;

    private final Config config;
    private final Clock clock;

    @Inject
    public Allowances(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** How many requests of one caller of {@code tier} may run at once. */
    public int concurrency(Tier tier) {
        return config.getValue("stt.limits." + tier.name().toLowerCase(Locale.ROOT) + ".concurrency", Integer.class);
    }

    /** The quota that work of {@code kind} counts against; empty where there is none: such work is paid for, or free. */
    Optional<Allowance> quota(Tier tier, Work.Kind kind) {
        return switch (tier) {
            case ANONYMOUS -> Optional.of(Allowance.ofDay("FILES", number("anonymous.files-per-day"), clock));
            case FREE -> Optional.of(monthly(kind));
            case PAID, ADMINISTRATOR -> Optional.empty();
        };
    }

    private Allowance monthly(Work.Kind kind) {
        return switch (kind) {
            case TRANSCRIPTION -> minutes(kind, "free.transcription-minutes-per-month");
            case ENHANCEMENT -> minutes(kind, "free.enhancement-minutes-per-month");
            case SPEECH -> minutes(kind, "free.speech-minutes-per-month");
            case TEXT ->
                Allowance.ofMonth(
                        kind.name(), number("free.text-thousand-characters-per-month") * CHARACTERS, CHARACTERS, clock);
        };
    }

    private Allowance minutes(Work.Kind kind, String key) {
        return Allowance.ofMonth(kind.name(), number(key) * MINUTE, MINUTE, clock);
    }

    private long number(String key) {
        return config.getValue("stt.limits." + key, Long.class);
    }
}
