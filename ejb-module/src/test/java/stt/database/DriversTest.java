package stt.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Archives are deployed the way a container does: each by a class loader of its own. */
class DriversTest {

    private static final String MYSQL = "com.mysql.cj.jdbc.Driver";

    /** Sees the list as the archive does that has loaded it. */
    public static final class View implements Supplier<List<Driver>> {

        @Override
        public List<Driver> get() {
            return DriverManager.drivers()
                    .filter(driver -> driver.getClass().getClassLoader() == View.class.getClassLoader())
                    .toList();
        }
    }

    @Test
    void noDriverOfAnUndeployedArchiveStaysInTheList() throws Exception {
        try (URLClassLoader archive = archive()) {
            Class.forName(MYSQL, true, archive);
            assertThat(drivers(archive)).isNotEmpty();

            undeploy(archive);

            assertThat(drivers(archive)).isEmpty();
        }
    }

    @Test
    void anEarlierArchivesDriverBringsNoOtherIntoTheListThatStays() throws Exception {
        try (URLClassLoader earlier = archive();
                URLClassLoader later = archive()) {
            Class.forName(MYSQL, true, earlier);

            undeploy(later);

            assertThat(drivers(later)).isEmpty();
            undeploy(earlier);
        }
    }

    private static void undeploy(ClassLoader archive) throws ReflectiveOperationException {
        Method forget = archive.loadClass(Drivers.class.getName()).getDeclaredMethod("forget", Class.class);
        forget.setAccessible(true);
        forget.invoke(null, archive.loadClass("org.flywaydb.core.Flyway"));
    }

    @SuppressWarnings("unchecked")
    private static List<Driver> drivers(ClassLoader archive) throws ReflectiveOperationException {
        return ((Supplier<List<Driver>>)
                        archive.loadClass(View.class.getName()).getConstructor().newInstance())
                .get();
    }

    private static URLClassLoader archive() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
