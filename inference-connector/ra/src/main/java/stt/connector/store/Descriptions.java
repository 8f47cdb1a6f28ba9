package stt.connector.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import stt.inference.api.ModelWork;
import stt.inference.api.StoredModel;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.ModelStore;
import stt.models.Provenance;

/**
 * What administrators are told of models.
 *
 * @param wording takes out of a sentence what they are not told
 * @param works what is done with a model, by id
 */
record Descriptions(ModelStore store, UnaryOperator<String> wording, Function<String, Optional<ModelWork>> works) {

    StoredModel of(CatalogEntry entry) {
        return new StoredModel(
                entry.id(),
                entry.name(),
                entry.task().code(),
                entry.engine(),
                entry.languages(),
                entry.speed().code(),
                licence(entry),
                entry.memoryBytes(),
                entry.starter(),
                !entry.sources().isEmpty(),
                store.find(entry.id()).map(this::installed),
                works.apply(entry.id()));
    }

    /** A folder of the store whose content is unusable, or a model of which there is nothing yet but a work. */
    StoredModel ofNothing(String id) {
        return new StoredModel(
                id,
                id,
                "transcription",
                "whisper",
                List.of(),
                "standard",
                StoredModel.Licence.UNKNOWN,
                0,
                false,
                false,
                Optional.empty(),
                works.apply(id));
    }

    static StoredModel.Licence licence(CatalogEntry entry) {
        return new StoredModel.Licence(
                entry.licence().id(),
                entry.licence().url(),
                entry.licence().attribution(),
                entry.licence().restricts());
    }

    private StoredModel.Installed installed(InstalledModel model) {
        Provenance provenance = model.manifest().provenance();
        return new StoredModel.Installed(
                model.manifest().precision(),
                model.manifest().bytes(),
                wording.apply(provenance.source()),
                provenance.accepted());
    }
}
