/**
 * How values become JSON.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: JSON-B writes the fields of records. Yasson's own support for records sits in the part of its jar that is
 *       for newer Java versions, which Payara Micro's nested jars do not offer it.
 * </ul>
 */
@NullMarked
package stt.web.json;

import org.jspecify.annotations.NullMarked;
