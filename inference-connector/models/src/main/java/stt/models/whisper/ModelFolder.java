package stt.models.whisper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder with a published Whisper model, in one of the layouts that people publish. */
sealed interface ModelFolder permits CTranslate2Folder, HuggingFaceFolder {

    /** The folder in the layout that it has: Hugging Face's where there are safetensors, and else CTranslate2's. */
    static ModelFolder of(Path folder) {
        return SafetensorsFiles.areIn(folder) ? new HuggingFaceFolder(folder) : new CTranslate2Folder(folder);
    }

    /**
     * The names of the files that make the model, those that are not there included where no model works without them.
     *
     * @throws UnreadableModel when a file that names others is not what it should be
     */
    List<String> files();

    /** Opens the weights; the caller closes them. */
    WeightSource openWeights();

    /** @throws UnreadableModel when the files of the folder do not belong together, or to a model of these dimensions */
    WhisperFacts facts(WhisperDimensions dimensions);

    /** Writes the {@code tokenizer.json} that the engine reads. */
    void writeTokenizer(Path target) throws IOException;
}
