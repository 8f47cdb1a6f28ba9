package stt.models.whisper;

import java.util.List;

/**
 * What whisper.cpp concludes from the number of tokens in a vocabulary: which tokens steer the model (whisper_vocab in its
 * src/whisper.cpp, version 1.7.1). Vocabularies of another size steer it wrongly.
 */
final class GgmlTokens {

    private static final int ENGLISH = 51_864;
    private static final int MULTILINGUAL = 51_865;

    /** That of large-v3 and its children, which know Cantonese. */
    private static final int LARGE_V3 = 51_866;

    /** From {@code <|0.00|>} to {@code <|30.00|>}. */
    private static final int TIMESTAMPS = 1501;

    /** In the order of their tokens, which is that of the table in openai/whisper's tokenizer.py. */
    private static final List<String> LANGUAGES =
            List.of(("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he"
                            + " uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy"
                            + " ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa"
                            + " lb my bo tl mg as tt haw ln ha ba jw su yue")
                    .split(" "));

    private GgmlTokens() {}

    /** Whether whisper.cpp can run a model with so many tokens. */
    static boolean isKnown(int vocabulary) {
        return vocabulary >= ENGLISH && vocabulary <= LARGE_V3;
    }

    static boolean multilingual(int vocabulary) {
        return vocabulary >= MULTILINGUAL;
    }

    /** Codes of the languages that a model with so many tokens can transcribe, in their tokens' order. */
    static List<String> languages(int vocabulary) {
        return multilingual(vocabulary) ? LANGUAGES.subList(0, tokensOfLanguages(vocabulary)) : List.of("en");
    }

    /** English-only models have tokens of languages as well. */
    private static int tokensOfLanguages(int vocabulary) {
        return vocabulary == LARGE_V3 ? LANGUAGES.size() : LANGUAGES.size() - 1;
    }

    /** Words before the first token that steers. */
    static int words(int vocabulary) {
        return vocabulary - TIMESTAMPS - tokensOfLanguages(vocabulary) - 8;
    }

    /** Whether a model's tokens are where whisper.cpp will look for them. */
    static boolean agree(SpecialTokens tokens, int vocabulary) {
        int end = words(vocabulary);
        int afterLanguages = end + 2 + tokensOfLanguages(vocabulary);
        return tokens.multilingual() == multilingual(vocabulary)
                && tokens.endOfText() == end
                && tokens.startOfTranscript() == end + 1
                && tokens.firstLanguage() == end + 2
                && tokens.translate() == afterLanguages
                && tokens.transcribe() == afterLanguages + 1
                && tokens.startOfPrevious() == afterLanguages + 3
                && tokens.noSpeech() == afterLanguages + 4
                && tokens.noTimestamps() == afterLanguages + 5
                && tokens.timestampBegin() == afterLanguages + 6;
    }
}
