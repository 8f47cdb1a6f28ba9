package stt.backup;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases as the platform has them by default. */
final class H2File {

    private H2File() {}

    /** A new one. */
    static DataSource in(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("h2-" + UUID.randomUUID()) + ";WRITE_DELAY=0");
        source.setUser("stt");
        source.setPassword("");
        return source;
    }
}
