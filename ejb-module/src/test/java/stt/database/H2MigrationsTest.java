package stt.database;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class H2MigrationsTest extends MigrationsContract {

    @TempDir
    private Path folder;

    @Override
    DataSource empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString()));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }
}
