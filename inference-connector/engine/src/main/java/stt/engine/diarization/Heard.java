package stt.engine.diarization;

import java.util.List;

/**
 * All that was heard of a recording.
 *
 * @param windows in order
 * @param passages in order
 * @param evidence that there is speech at all
 * @param frames of the whole recording
 */
record Heard(List<HeardWindow> windows, List<Passage> passages, SpeechEvidence evidence, long frames) {}
