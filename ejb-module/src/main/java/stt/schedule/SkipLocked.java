package stt.schedule;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;

/** How due work is taken: locked as it is found, past what others have locked. In the SQL of H2, MySQL and MariaDB. */
final class SkipLocked extends DefaultJdbcCustomization {

    SkipLocked() {
        super(true); // times in UTC
    }

    @Override
    public String getName() {
        return "H2, MySQL and MariaDB, skipping what is locked";
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " limit " + limit;
    }

    @Override
    public boolean supportsGenericLockAndFetch() {
        return true;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String table, int limit, String condition, boolean orderByPriority) {
        return "select * from " + table + " where picked = ? and execution_time <= ? " + condition + " order by "
                + (orderByPriority ? "priority desc, execution_time" : "execution_time") + getQueryLimitPart(limit)
                + " for update skip locked";
    }
}
