/**
 * How long transcripts are kept: for everybody, as the operator configured, and for an account, as its owner wants it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: of the two, the shorter counts. An operator's limit is usually a duty, which no account may stretch; an
 *       owner may always want less to be kept.
 *   <li>2026-11-25: time counts from the request, in days of 24 hours. A transcript that waits or is worked on is left alone: it
 *       ends first.
 *   <li>2026-11-25: one node does it for all: the one whose conditional update moves {@code periodic_task}'s time on. Each
 *       transcript goes in a transaction of its own, as its owner would remove it, so that its recording goes too.
 * </ul>
 */
@NullMarked
package stt.retention;

import org.jspecify.annotations.NullMarked;
