package stt.engine.whisper;

import java.util.List;

/** Facts of a model with four text tokens, one of them never chosen and one not at the beginning, two languages, and
 * timestamps up to 2.4 s. */
final class SmallModel {

    static final WhisperFacts FACTS = new WhisperFacts(
            8,
            2,
            1,
            80,
            133,
            448,
            true,
            1,
            List.of(3, 10),
            List.of(0, 4),
            List.of("en", "de"),
            new SpecialTokens(5, 4, 9, 8, 10, 11, 12, 13, 6));

    private SmallModel() {}
}
