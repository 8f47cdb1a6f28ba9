package stt.engine.diarization;

/** When probabilities count as speech; the reasons are with the decisions of this package. */
final class SpeechDecision {

    /** What voices are listened to from this probability of speech on. */
    static final double LISTENED = 0.4;

    /** Speech from this probability on. */
    static final double THRESHOLD = 0.5;

    /** Speech from this probability on where voice activity hears something as well. */
    static final double ACTIVE_THRESHOLD = 0.4;

    /** Speech from this probability on where a word was recognized; below it, the recognizer made it up or misplaced it. */
    static final double WORD_THRESHOLD = 0.3;

    /** A second speaker from this probability of overlap on. */
    static final double OVERLAP = 0.5;

    private SpeechDecision() {}
}
