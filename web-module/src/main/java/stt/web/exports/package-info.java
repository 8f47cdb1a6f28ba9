/**
 * Transcripts as files: text, subtitles, tables and documents, with title, date, speakers and times, as they were edited.
 *
 * <p>Rules: a format is written while the transcript is read; nothing of it grows with the transcript's length but what its file
 * format itself demands (a PDF's list of pages and table of objects). Formats know nothing of HTTP.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: DOCX is written by the JDK's zip and XML writers. Apache POI and docx4j build the whole document as a tree of
 *       objects before a byte is written: some hundred megabytes for 10 hours of speech, and some 20 MB of jars, for paragraphs
 *       and two styles. Tests read the result back with POI.
 *   <li>2026-11-25: PDF is OpenPDF's: it writes each page as it is full. Text is set with the DejaVu fonts, embedded as far as
 *       they are used: Latin, Greek, Cyrillic, Hebrew, Arabic (joined and from right to left), Armenian, Georgian and more. For
 *       Chinese, Japanese and Korean, and scripts that DejaVu lacks, the operator's fonts are searched ({@code
 *       stt.export.font-dirs}); without one, Chinese, Japanese and Korean use Adobe's standard fonts, which are not embedded:
 *       viewers bring their own. A letter that no font has is shown as an empty box.
 *   <li>2026-11-25: scripts whose letters change places or merge (Devanagari, Tamil, Khmer and their neighbours) are set letter
 *       by letter, which readers of them will find wrong in PDF; DOCX leaves that to the word processor, which does it right.
 *   <li>2026-11-25: CSV has a header and no byte order mark (RFC 4180 knows none, and programs would take it for a part of the
 *       first column's name). A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP's advice).
 *   <li>2026-11-25: speakers are named where there are several, or somebody was given a name, as in answers to transcriptions.
 *   <li>2026-11-25: only completed transcripts are exported; others are refused with 409, where AssemblyAI says 400: nothing is
 *       wrong with the request, it comes too early.
 * </ul>
 */
@NullMarked
package stt.web.exports;

import org.jspecify.annotations.NullMarked;
