/**
 * The database underneath: its schema is brought up to date before anything reads it, and what every entity shares.
 *
 * <p>Rules: the SQL files of the module {@code sql} own the schema, written once for H2 and MySQL/MariaDB; JPA creates
 * nothing. No second-level cache: several nodes may share one database.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: times are stored as milliseconds since 1970 (UTC) in {@code bigint}. JDBC's timestamps are converted
 *       through the JVM's time zone by drivers and by EclipseLink, which moves the hour that daylight saving skips; a number
 *       is the same everywhere, and sorts, compares and groups by day the same in both databases.
 *   <li>2026-11-23: ids are random UUIDs in {@code char(36)}: readable in every SQL console, and the same in H2, MySQL and
 *       MariaDB, whose own UUID types differ or lack.
 *   <li>2026-11-23: what only MySQL and MariaDB understand (the character set) stands in their executable comments, so that
 *       one file serves both.
 *   <li>2026-11-23: Payara recovers data sources of its domain, not those that an application brings: a process that is
 *       killed between prepare and commit would leave rows locked for ever. {@link stt.database.Recovery} commits what is in
 *       doubt. That is never wrong: the database is the only lasting participant in any of our transactions (the inference
 *       adapter votes read-only), so nothing can have been decided otherwise elsewhere, and nobody was told of a failure.
 *       {@code XA RECOVER} shows all of a MySQL server's transactions: applications with distributed transactions of their own
 *       must not share the server.
 *   <li>2026-11-25: H2 is 2.4.240, in the place of the 2.2.224 that Payara brings. After a kill, 2.2.224 and 2.3.232 write over
 *       chunks that they still list; when the next process closes the file in order within 45 s, nobody can open it any more
 *       ("Double mark", h2database issue 2752). {@code KilledH2Test} does just that, 24 times in a row: 2.2.224 damaged the file
 *       in 12 of them, 2.3.232 in the first or second, 2.4.240 in none.
 *   <li>2026-11-25: {@link stt.database.Drivers} takes the archive's drivers out of the JDK's list at undeployment, and looks twice:
 *       {@code DriverManager.drivers()} answers with a copy of the list, but adds the caller's own driver of each name in it
 *       while it looks, so that one old deployment's driver brought the next one's in.
 * </ul>
 */
@NullMarked
package stt.database;

import org.jspecify.annotations.NullMarked;
