package stt.engine.whispercpp;

/**
 * A segment as whisper.cpp cut it.
 *
 * @param start in hundredths of a second from the begin of the piece
 * @param end likewise; whisper.cpp does not promise an order
 * @param text without surrounding space; may be empty
 */
record NativeSegment(long start, long end, String text) {}
