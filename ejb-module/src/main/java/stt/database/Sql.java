package stt.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Native SQL with parameters by place, in the transaction of the entities it is given. */
public final class Sql {

    private Sql() {}

    /** Runs a statement; returns how many rows it changed. */
    public static int update(EntityManager entities, String statement, @Nullable Object... parameters) {
        return query(entities, statement, parameters).executeUpdate();
    }

    /** The rows that {@code statement} selects, in more than one column. */
    @SuppressWarnings("unchecked") // JPA gives a row of several columns as an array, says its specification (3.10.16)
    public static List<Object[]> rows(EntityManager entities, String statement, @Nullable Object... parameters) {
        return query(entities, statement, parameters).getResultList();
    }

    /** The number that {@code statement} selects, if there is a row. */
    public static Optional<Long> number(EntityManager entities, String statement, @Nullable Object... parameters) {
        List<?> rows = query(entities, statement, parameters).getResultList();
        return rows.stream().findFirst().map(number -> ((Number) number).longValue());
    }

    /** The texts that {@code statement} selects. */
    public static List<String> texts(EntityManager entities, String statement, @Nullable Object... parameters) {
        List<?> rows = query(entities, statement, parameters).getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    /** The text of a column: drivers give a large one as a string or as a handle on one. */
    public static String text(Object column) {
        try {
            return column instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : (String) column;
        } catch (SQLException e) {
            throw new IllegalStateException("a text cannot be read", e);
        }
    }

    private static Query query(EntityManager entities, String statement, @Nullable Object... parameters) {
        Query query = entities.createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
