/**
 * Long lists, page by page.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: every list of the account API has the form that the contract fixes for transcripts, {@code {"count", "next",
 *       "previous", "results"}}, also where there is only one page: clients read all of them alike, and a list can grow.
 * </ul>
 */
@NullMarked
package stt.web.paging;

import org.jspecify.annotations.NullMarked;
