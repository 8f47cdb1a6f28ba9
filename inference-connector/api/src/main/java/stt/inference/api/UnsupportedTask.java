package stt.inference.api;

import jakarta.ejb.ApplicationException;
import java.util.Locale;

/** The model cannot do what was asked of it. */
@ApplicationException(rollback = true)
public final class UnsupportedTask extends RuntimeException {

    public UnsupportedTask(Task task, String model) {
        super("The model " + model + " cannot " + task.name().toLowerCase(Locale.ROOT) + ": it knows English alone");
    }
}
