package stt.retention;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class H2RetentionTest extends RetentionContract {

    private final Path folder;

    H2RetentionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    DataSource empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("stt") + ";LOCK_TIMEOUT=30000;DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        source.setPassword("");
        return source;
    }
}
