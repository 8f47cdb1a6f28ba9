package stt.inference.api;

import jakarta.ejb.ApplicationException;

/** A model's licence restricts what it may be used for, and nobody has accepted it. */
@ApplicationException(rollback = true)
public final class LicenceNotAccepted extends RuntimeException {

    public LicenceNotAccepted(String model, StoredModel.Licence licence) {
        super("The licence of " + model + ", " + licence.id() + " (" + licence.url()
                + "), restricts what it may be used for, and has to be accepted");
    }
}
