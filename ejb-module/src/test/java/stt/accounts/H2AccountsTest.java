package stt.accounts;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

class H2AccountsTest extends AccountsContract {

    private final Path folder;

    H2AccountsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    DataSource empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("stt"));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }
}
