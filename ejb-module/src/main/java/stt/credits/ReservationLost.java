package stt.credits;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** A reservation is no more: settled, released, or expired because its node did not renew it. Nothing was charged now. */
@ApplicationException(rollback = true)
public final class ReservationLost extends RuntimeException {

    public ReservationLost(UUID id) {
        super("The reservation " + id + " is no more");
    }
}
