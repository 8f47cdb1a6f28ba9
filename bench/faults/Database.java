import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code Database URL USER PASSWORD STATEMENT...}: prints each row as fields with tabs between; an empty line ends a statement. */
final class Database {

    public static void main(String[] words) throws SQLException {
        try (Connection connection = DriverManager.getConnection(words[0], words[1], words[2]);
                Statement statement = connection.createStatement()) {
            for (int i = 3; i < words.length; i++) {
                if (statement.execute(words[i])) {
                    print(statement.getResultSet());
                }
                System.out.println();
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        while (rows.next()) {
            List<String> fields = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                fields.add(String.valueOf(rows.getObject(i)));
            }
            System.out.println(String.join("\t", fields));
        }
    }
}
