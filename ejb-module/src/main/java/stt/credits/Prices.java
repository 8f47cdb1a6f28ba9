package stt.credits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** The price list, from the keys {@code stt.prices.*}. Thread-safe. */
@Dependent
public class Prices {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long SECOND = Duration.ofSeconds(1).toMillis();
    private static final long CHARACTERS = 1_000;

    private final Config config;

    @Inject
    public Prices(Config config) {
        this.config = config;
    }

    /** What {@code work} costs, in cents, rounded up. */
    public long of(Work work) {
        long price = price(work);
        long unit =
                switch (work.kind()) {
                    case TRANSCRIPTION, ENHANCEMENT -> MINUTE;
                    case SPEECH -> SECOND;
                    case TEXT -> CHARACTERS;
                };
        return -Math.floorDiv(-Math.multiplyExact(work.amount(), price), unit);
    }

    /** Cents per unit: a model's own price, else that of its kind of work. */
    private long price(Work work) {
        String kind = "stt.prices." + work.kind().name().toLowerCase(Locale.ROOT);
        return config.getOptionalValue(kind + "." + work.model(), Long.class)
                .orElseGet(() -> config.getValue(kind, Long.class));
    }
}
