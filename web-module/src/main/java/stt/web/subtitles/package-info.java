/**
 * Transcripts as subtitles: SubRip and WebVTT, with cues that people can read.
 *
 * <p>Rules: pure functions of segments, nothing of HTTP. A cue has at most {@value stt.web.subtitles.Cue#MOST_LINES} lines of
 * {@value stt.web.subtitles.Cue#LINE_COLUMNS} columns and lasts at most 7 s (the limits of the BBC's and Netflix's subtitle
 * guidelines); cues are in order and do not overlap.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: the spaces between words are the segment's own, found by searching its text for its words: languages that
 *       are written without spaces get none.
 *   <li>2026-11-23: WebVTT has a tag for who speaks; SubRip has none, so that the name stands before the words, but only where
 *       the speaker changes, to keep cues short.
 *   <li>2026-11-23: Chinese, Japanese and Korean letters count as two columns, as they do on every screen.
 * </ul>
 */
@NullMarked
package stt.web.subtitles;

import org.jspecify.annotations.NullMarked;
