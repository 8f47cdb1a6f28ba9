package stt.engine.diarization;

import java.util.List;
import stt.inference.api.Word;

/** The frames that hold recognized words. Asked forward in time only. */
final class WordFrames {

    /** Longest part of a word that counts: recognizers stretch words over the silence that follows them. */
    private static final double LONGEST_SECONDS = 0.3;

    private final List<Word> words;
    private int next;

    WordFrames(List<Word> words) {
        this.words = words;
    }

    /** Whether a word is spoken in this frame; frames are asked for in order. */
    boolean contains(long frame) {
        while (next < words.size() && end(words.get(next)) <= frame) {
            next++;
        }
        return next < words.size() && FrameTimes.frameAt(words.get(next).start()) <= frame;
    }

    private static long end(Word word) {
        long longest = FrameTimes.frameAt(word.start()) + Math.round(LONGEST_SECONDS / FrameTimes.STEP_SECONDS);
        return Math.min(longest, FrameTimes.frameAt(word.end()));
    }
}
