package stt.web.admin;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import stt.credits.GrantCredits;
import stt.web.errors.InvalidRequest;

/** The field {@code credits} of a grant. */
public final class GrantedCents {

    private static final int DECIMALS = 2;

    private GrantedCents() {}

    /**
     * How many cents {@code body} grants.
     *
     * @throws InvalidRequest when it is no number of credits, or one with more than two decimals
     */
    public static long of(@Nullable JsonObject body) {
        try {
            return checked(decimal(body == null ? null : body.get("credits"))
                    .movePointRight(DECIMALS)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid();
        }
    }

    private static long checked(long cents) {
        if (cents < 1 || cents > GrantCredits.MOST_CENTS) {
            throw invalid();
        }
        return cents;
    }

    private static BigDecimal decimal(@Nullable JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonString text) {
            return new BigDecimal(text.getString());
        }
        throw invalid();
    }

    private static InvalidRequest invalid() {
        return new InvalidRequest(
                "invalid_credits",
                "credits must be a number from 0.01 to " + GrantCredits.MOST_CENTS / 100
                        + " with at most two decimals.");
    }
}
