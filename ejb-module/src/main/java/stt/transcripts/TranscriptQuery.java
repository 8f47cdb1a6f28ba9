package stt.transcripts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import stt.search.SearchQuery;

/**
 * The SQL of a list: everything it needs to count and to order stands in one index, so that no row is read for it. A search in
 * the full text costs most of its time whatever is done with what it finds: it runs once for the page and the count.
 */
final class TranscriptQuery {

    private final StringBuilder from = new StringBuilder(" from transcript t");
    private final StringBuilder where = new StringBuilder(" where t.account_id = ?1");
    private final List<Object> parameters = new ArrayList<>();
    private boolean searches;

    private TranscriptQuery(UUID account) {
        parameters.add(account.toString());
    }

    /** Of {@code account}'s transcripts, those that {@code filter} admits, on the database behind {@code entities}. */
    static TranscriptQuery of(UUID account, TranscriptFilter filter, EntityManager entities) {
        TranscriptQuery query = new TranscriptQuery(account);
        filter.status().ifPresent(status -> query.and("t.status = ", status.name()));
        filter.language().ifPresent(language -> query.and("t.language = ", language));
        filter.from().ifPresent(time -> query.and("t.created_at >= ", time.toEpochMilli()));
        filter.before().ifPresent(time -> query.and("t.created_at < ", time.toEpochMilli()));
        filter.words().ifPresent(words -> query.containing(words, account, isH2(entities)));
        return query;
    }

    /** How many there are, and the ids of {@code most} of them, newest first, without the first {@code skip}. */
    Found page(int skip, int most, EntityManager entities) {
        if (searches) {
            List<?> rows = newest("select t.id, count(*) over ()", entities)
                    .setFirstResult(skip)
                    .setMaxResults(most)
                    .getResultList();
            if (!rows.isEmpty()) {
                return new Found(number(((Object[]) rows.get(0))[1]), ids(rows));
            }
        }
        long count = number(create(entities, "select count(*)" + from + where).getSingleResult());
        List<?> rows = searches || skip >= count
                ? List.of()
                : newest("select t.id, 0", entities)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultList();
        return new Found(count, ids(rows));
    }

    /**
     * What a list found.
     *
     * @param count of all
     * @param ids of a page
     */
    record Found(long count, List<String> ids) {}

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static List<String> ids(List<?> rows) {
        return rows.stream().map(row -> ((Object[]) row)[0].toString()).toList();
    }

    private Query newest(String select, EntityManager entities) {
        return create(entities, select + from + where + " order by t.created_at desc, t.id desc");
    }

    private Query create(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private void and(String condition, Object value) {
        parameters.add(value);
        where.append(" and ").append(condition).append('?').append(parameters.size());
    }

    private void containing(SearchQuery words, UUID account, boolean h2) {
        searches = true;
        from.append(" join transcript_search s on s.transcript_id = t.id");
        if (h2) {
            and("s.account_id = ", account.toString());
            words.likePatterns().forEach(pattern -> {
                and("s.terms like ", pattern);
                where.append(" escape '!'");
            });
        } else {
            and("match(s.terms) against (", words.inBooleanMode(account));
            where.append(" in boolean mode)");
        }
    }

    private static boolean isH2(EntityManager entities) {
        try {
            return entities.unwrap(Connection.class)
                    .getMetaData()
                    .getDatabaseProductName()
                    .equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }
}
