package stt.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables with their rows, in a database or in a back-up. */
interface Content {

    List<Table> tables();

    /** Hands {@code reader} each row of {@code table}. */
    void read(Table table, Reader reader) throws IOException, SQLException;

    /** Takes rows one by one. */
    interface Reader {

        /** The values of one row, in the order of the table's columns; the array is the caller's again afterwards. */
        void row(@Nullable Object[] values) throws IOException, SQLException;
    }
}
