/**
 * Any recording in, one stream of speech samples out.
 *
 * <p>Rules: what a file is, its own bytes say, never its name or what the client calls it. FFmpeg runs in a process of its
 * own with limits, reads the already opened file from its standard input and writes samples to its standard output; nothing
 * that a client sent reaches its command line. Samples are never stored: the pipe holds back the decoder until its reader
 * wants more. Every refusal is an {@link stt.audio.UnsupportedAudio}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: one process per recording. FFmpeg's log says what the track is once its first frame is decoded, so no
 *       separate ffprobe is needed (it costs as much as starting FFmpeg). The log is closed after that: FFmpeg ignores
 *       SIGPIPE, and its exit status tells the rest.
 *   <li>2026-11-23: the {@code fd} protocol instead of {@code file}: a file that refers to others finds no protocol to
 *       reach them with, and FFmpeg can still seek.
 *   <li>2026-11-23: the published FFmpeg links its capture devices to X11, ALSA and PulseAudio, which servers lack. Links
 *       with those names to another small library satisfy the loader; nothing in them is ever called.
 * </ul>
 */
@NullMarked
package stt.audio;

import org.jspecify.annotations.NullMarked;
