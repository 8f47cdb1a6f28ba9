package stt.backup;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever its database calls that, and how it is written down. Nulls are the callers' business. */
enum Kind {
    /** Of any length. */
    TEXT {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write((String) value);
        }

        @Override
        Object parse(JsonParser json) {
            return json.getString();
        }
    },
    /** Up to 64 bits. */
    INTEGER {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write((Long) value);
        }

        @Override
        Object parse(JsonParser json) {
            return json.getLong();
        }
    },
    /** 64 bits. */
    REAL {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write((Double) value);
        }

        @Override
        Object parse(JsonParser json) {
            return json.getBigDecimal().doubleValue();
        }
    },
    /** H2 has a type for it, MySQL and MariaDB a number of one digit. */
    BOOLEAN {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write((Boolean) value ? 1 : 0);
        }

        @Override
        Object parse(JsonParser json) {
            return json.getInt() != 0;
        }
    },
    /** In base64. */
    BINARY {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write(Base64.getEncoder().encodeToString((byte[]) value));
        }

        @Override
        Object parse(JsonParser json) {
            return Base64.getDecoder().decode(json.getString());
        }
    },
    /** A date and a time of day without a time zone, as the databases have it: which one is meant is the column's business. */
    TIME {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        void write(Object value, JsonGenerator json) {
            json.write(value.toString());
        }

        @Override
        Object parse(JsonParser json) {
            return LocalDateTime.parse(json.getString());
        }
    };

    /** The kind of a column of the type that {@link Types} gives that number. */
    static Kind of(int jdbcType) {
        return switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> REAL;
            case Types.BIT, Types.BOOLEAN -> BOOLEAN;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            case Types.TIMESTAMP -> TIME;
            default -> throw new IllegalArgumentException("back-ups know no columns of JDBC's type " + jdbcType);
        };
    }

    /** The value in the current row; anything where it is null. */
    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    abstract void write(Object value, JsonGenerator json);

    /** The value that the parser stands at. */
    abstract Object parse(JsonParser json);
}
