package stt.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of Standard Webhooks 1.0, "Signature scheme": HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signatures {

    private static final String MARK = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * The header {@code webhook-signature}: one signature for each secret, separated by spaces.
     *
     * @param secrets each {@code whsec_} and base64
     */
    static String header(List<String> secrets, String id, Instant time, String body) {
        String signed = id + "." + time.getEpochSecond() + "." + body;
        return secrets.stream().map(secret -> "v1," + signature(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(MARK.length())), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
