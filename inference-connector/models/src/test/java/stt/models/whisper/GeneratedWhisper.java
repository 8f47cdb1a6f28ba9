package stt.models.whisper;

import java.io.IOException;
import java.nio.file.Path;

/** A small Whisper model of random weights for tests of other packages, in Hugging Face's layout. */
public final class GeneratedWhisper {
    private GeneratedWhisper() {}

    /** Writes the model, in one file of weights or in three. */
    public static void write(Path folder, boolean sharded) throws IOException {
        HuggingFaceModel model = new HuggingFaceModel(new TinyWhisper(CTranslate2File.FLOAT32).withoutKeyBiases());
        if (sharded) {
            model.writeSharded(folder);
        } else {
            model.write(folder);
        }
    }
}
