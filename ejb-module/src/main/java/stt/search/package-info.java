/**
 * How words are written down to be found again: the same way when a transcript is stored and when somebody searches.
 *
 * <p>Rules: pure functions of text. Terms hold nothing but {@code [a-z0-9_]}: what a database makes of other letters, of case,
 * of accents, of short words and of words that it thinks too common to index differs by product, version and setting.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: one row a transcript with each of its words once, beside the segments. A search finds transcripts, not
 *       segments: 10 million segments become 100,000 rows, and a query for two words finds the transcript that has them in
 *       two segments. The account is a term of its own, so that the index itself keeps to one account's transcripts.
 *   <li>2026-11-23: scripts that put no space between words (Chinese, Japanese, Thai and their neighbours) are indexed by
 *       pairs of characters; MariaDB has no n-gram parser to leave it to.
 *   <li>2026-11-23: MySQL and MariaDB search with InnoDB's full-text index; H2 with LIKE over the account's rows. H2's own
 *       full-text index lives outside of its transactions and must be built anew after a crash. Figures: bench/README.md.
 * </ul>
 */
@NullMarked
package stt.search;

import org.jspecify.annotations.NullMarked;
