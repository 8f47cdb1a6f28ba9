package stt.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that open something: a session, or what a mailed link is for. Only its hash is stored.
 *
 * @param text 43 letters of base64url; a secret
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43}");

    public SecretToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a token: its form is wrong");
        }
    }

    /** A new one. */
    static SecretToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(base64(bytes));
    }

    /** What somebody presented; empty when it cannot be a token. */
    public static Optional<SecretToken> parse(String presented) {
        return FORM.matcher(presented).matches() ? Optional.of(new SecretToken(presented)) : Optional.empty();
    }

    /** SHA-256 of the text, 64 hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** Another secret, which who has this one can compute, and nobody else; the hash of this one does not help. */
    SecretToken derived(String purpose) {
        return new SecretToken(base64(sha256(purpose + ':' + text)));
    }

    /** Not the secret: records end up in logs. */
    @Override
    public String toString() {
        return "a token";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
