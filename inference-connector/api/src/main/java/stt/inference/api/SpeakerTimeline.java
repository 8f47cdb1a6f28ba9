package stt.inference.api;

import java.util.List;

/** Who speaks when in one recording, as heard. Immutable and thread-safe; holds about 3 KB for each second of audio. */
public interface SpeakerTimeline {

    /**
     * Turns in order of their beginnings, overlaps included, speakers numbered by first speech: as heard, and where words
     * were recognized although nobody was heard, because a recognized word is speech.
     *
     * @param words in order; empty for the turns as heard
     */
    List<Turn> turns(List<Word> words);
}
