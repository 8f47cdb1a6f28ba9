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
 * @param loaded whether its weights are in memory now
 */
public record ModelInfo(
        String id, String name, List<String> languages, String speed, boolean installed, boolean loaded) {

    public ModelInfo {
        languages = List.copyOf(languages);
    }
}
