package stt.inference.api;

import java.util.List;

/**
 * A model of the catalog.
 *
 * @param id as requests name it
 * @param name for people
 * @param languages codes it can transcribe, in the model's own order
 * @param speed {@code standard}, {@code fast} or {@code very_fast}
 * @param installed whether its files are complete in the store
 * @param state where it is in its life, in this process
 */
public record ModelInfo(
        String id, String name, List<String> languages, String speed, boolean installed, ModelState state) {

    public ModelInfo {
        languages = List.copyOf(languages);
    }

    /** Whether it is in memory now. */
    public boolean loaded() {
        return state.phase() == ModelState.Phase.LOADED;
    }
}
