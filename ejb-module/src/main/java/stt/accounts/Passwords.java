package stt.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;

/** Hashes, checks and makes up passwords. Thread-safe. */
@ApplicationScoped
public class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"; // 32, without those that look alike
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5; // 4 groups of 5 letters of 5 bits: 100 bits

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    private String nobodysHash = "";

    @PostConstruct
    void configure() {
        // OWASP Password Storage Cheat Sheet (2023): PBKDF2 with HMAC-SHA-512 needs 210,000 rounds.
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
    }

    /** Takes about a tenth of a second, on purpose. */
    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** Whether {@code password} has this hash; in a time that does not depend on where it differs. */
    public boolean matches(String password, String hash) {
        return pbkdf2.verify(password.toCharArray(), hash);
    }

    /**
     * The hash of a password that nobody knows: verifying against it takes as long as against a real one. Made once, by the
     * first who asks.
     */
    public synchronized String nobodysHash() {
        if (nobodysHash.isEmpty()) {
            nobodysHash = hash(random());
        }
        return nobodysHash;
    }

    /** A password of 100 random bits that can be read out and typed. */
    public String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
