package stt.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** The limits of every tier, from the keys {@code stt.limits.*}. Thread-safe. */
@ApplicationScoped
public class Limits {

    private static final long MEBIBYTE = 1 << 20;

    private final Map<Tier, TierLimits> byTier = new EnumMap<>(Tier.class);

    @Inject
    private Config config;

    @PostConstruct
    void read() {
        for (Tier tier : Tier.values()) {
            byTier.put(tier, limits(config, tier));
        }
    }

    /** What {@code tier} may do. */
    public TierLimits of(Tier tier) {
        return Objects.requireNonNull(byTier.get(tier));
    }

    static TierLimits limits(Config config, Tier tier) {
        String prefix = "stt.limits." + tier.name().toLowerCase(Locale.ROOT) + ".";
        return new TierLimits(config.getValue(prefix + "largest-file", Long.class) * MEBIBYTE);
    }
}
