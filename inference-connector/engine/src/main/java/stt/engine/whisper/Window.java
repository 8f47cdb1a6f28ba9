package stt.engine.whisper;

import stt.engine.vad.Piece;

/** A piece of audio in the encoder's window, and what the model makes of it before it writes. Not thread-safe. */
final class Window {

    private final Piece piece;
    private int language;
    private double noSpeech;

    Window(Piece piece) {
        this.piece = piece;
    }

    Piece piece() {
        return piece;
    }

    /** Index of its language in the model's list. */
    int language() {
        return language;
    }

    void speaks(int languageIndex) {
        language = languageIndex;
    }

    /** How likely it is that nobody speaks. */
    double noSpeech() {
        return noSpeech;
    }

    void noSpeech(double probability) {
        noSpeech = probability;
    }
}
