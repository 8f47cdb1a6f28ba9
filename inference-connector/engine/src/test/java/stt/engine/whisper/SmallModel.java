package stt.engine.whisper;

import java.util.List;

/** Facts of a model with three text tokens, one of them suppressed at the beginning, and two languages. */
final class SmallModel {

    static final WhisperFacts FACTS = new WhisperFacts(
            8,
            2,
            1,
            80,
            20,
            true,
            1,
            List.of(3, 10),
            List.of(0, 4),
            List.of("en", "de"),
            new SpecialTokens(5, 4, 9, 10, 11, 6));

    private SmallModel() {}
}
