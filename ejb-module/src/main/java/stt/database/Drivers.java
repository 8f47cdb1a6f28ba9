package stt.database;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.security.CodeSource;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The JDK's list of database drivers. Data sources do not need it, and it would keep undeployed archives in memory. */
final class Drivers {

    private static final System.Logger LOG = System.getLogger(Drivers.class.getName());

    private Drivers() {}

    /** Takes the drivers that came with {@code library}, a class of the archive's libraries, out of the list. */
    static void forget(Class<?> library) {
        ClassLoader libraries = library.getClassLoader();
        for (int look = 0; look < 2; look++) { // the first makes drivers enter the list that are not in its answer yet
            from(libraries).forEach(Drivers::forget);
        }
        forgetUnseen(library);
    }

    private static List<Driver> from(ClassLoader libraries) {
        return DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == libraries)
                .toList();
    }

    private static void forget(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            throw new IllegalStateException(driver + " cannot be taken out of the list of drivers", e);
        }
    }

    /**
     * Payara Server gives each deployment a first class loader, only to look at the archive, and closes it at once. Its
     * search for drivers to forget makes that loader's enter the list, where only classes of that loader could see them.
     * The JDK lets us look there when the server was started with {@code --add-opens=java.sql/java.sql=ALL-UNNAMED}.
     */
    private static void forgetUnseen(Class<?> library) {
        try {
            Field list = DriverManager.class.getDeclaredField("registeredDrivers");
            list.setAccessible(true);
            Collection<?> entries = (Collection<?>) Objects.requireNonNull(list.get(null));
            entries.removeIf(entry -> folder(driverOf(entry)).equals(folder(library)));
        } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException e) {
            LOG.log(Level.DEBUG, "The JDK keeps drivers of closed class loaders", e);
        }
    }

    private static Class<?> driverOf(Object entry) {
        try {
            Field driver = entry.getClass().getDeclaredField("driver");
            driver.setAccessible(true);
            return Objects.requireNonNull(driver.get(entry)).getClass();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JDK's list of drivers has entries of another kind: " + entry, e);
        }
    }

    /** Where the archive is unpacked that a class comes from; empty for the JDK's own. */
    private static String folder(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString().replaceFirst("[^/]*$", "");
    }
}
