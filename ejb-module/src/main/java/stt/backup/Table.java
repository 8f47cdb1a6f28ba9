package stt.backup;

import java.util.List;

/**
 * A table, without its rows.
 *
 * @param name in lower case
 */
record Table(String name, List<Column> columns) {

    Table {
        columns = List.copyOf(columns);
    }
}
