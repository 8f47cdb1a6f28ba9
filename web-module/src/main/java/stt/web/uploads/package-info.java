/**
 * Bodies with a file in them, read once, from the network to the disk.
 *
 * <p>Rules: a file lies in the spool only while its request lives. Nothing of a body is read before its sender's limit is
 * known; what crosses a limit ends the reading.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: commons-fileupload's streaming reader instead of Jersey's multipart. Jersey parses a whole body before a
 *       resource sees any of it, into temporary files of its own that outlive a broken upload, and knows no limits on the
 *       number and size of fields. Here each byte is written once, to a file that goes when the request does.
 *   <li>2026-11-23: each process has a folder of its own in the spool, with a lock that the operating system frees however the
 *       process ends: what a killed one left is swept at the next start, and two nodes may share the folder.
 *   <li>2026-11-25: a field given twice is refused, except where its name ends in {@code []}: so OpenAI's clients, and many
 *       web frameworks, send lists.
 * </ul>
 */
@NullMarked
package stt.web.uploads;

import org.jspecify.annotations.NullMarked;
