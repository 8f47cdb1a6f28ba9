package stt.accounts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code stt_}, 256 random bits as 43 base-62 digits, and the CRC-32 of all that as 6 more. The
 * layout is GitHub's ("Behind GitHub's new authentication token formats", 2021): letters and digits alone, so that a double
 * click selects all of it, and a checksum that tells a key from what merely looks like one.
 *
 * @param text all of it; a secret
 */
public record KeySecret(String text) {

    private static final String MARK = "stt_";
    private static final int SECRET_BITS = 256;
    private static final int SECRET_DIGITS = 43; // 62^43 > 2^256
    private static final int CHECKSUM_DIGITS = 6; // 62^6 > 2^32
    private static final int SHOWN = MARK.length() + 6; // leaves 220 bits unknown
    private static final Pattern FORM =
            Pattern.compile(MARK + "[0-9A-Za-z]{" + (SECRET_DIGITS + CHECKSUM_DIGITS) + "}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public KeySecret {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not an API key: its form or its checksum is wrong");
        }
    }

    /** A new key, from {@code random}. */
    public static KeySecret random(SecureRandom random) {
        String body = MARK + base62(new BigInteger(SECRET_BITS, random), SECRET_DIGITS);
        return new KeySecret(body + checksum(body));
    }

    /** What a client presented; empty when it cannot be a key. */
    public static Optional<KeySecret> parse(String presented) {
        return isWellFormed(presented) ? Optional.of(new KeySecret(presented)) : Optional.empty();
    }

    /** How the key begins, for lists. */
    public String prefix() {
        return text.substring(0, SHOWN);
    }

    /** SHA-256 of the text, 64 hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in a time that does not depend on where the hashes differ. */
    boolean hashesTo(String storedHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Not the secret: records end up in logs. */
    @Override
    public String toString() {
        return prefix() + "...";
    }

    private static boolean isWellFormed(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM_DIGITS;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        char[] out = new char[digits];
        BigInteger rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            BigInteger[] step = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
            out[i] = DIGITS.charAt(step[1].intValue());
            rest = step[0];
        }
        return new String(out);
    }
}
