package stt.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";

    /** The vector of the reference implementations (standard-webhooks, libraries/python/tests/test_webhooks.py). */
    @Test
    void isThePublishedVectors() {
        assertThat(Signatures.header(List.of(SECRET), ID, TIME, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void hasOneForEachSecretNewestFirst() {
        String other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        String header = Signatures.header(List.of(other, SECRET), ID, TIME, BODY);

        assertThat(header.split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
        assertThat(header).endsWith(" " + Signatures.header(List.of(SECRET), ID, TIME, BODY));
    }
}
