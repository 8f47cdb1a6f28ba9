package stt.models;

import java.util.stream.Collectors;

/** Neither the catalog nor the store has a model with this id; another id helps. */
public final class UnknownModel extends RuntimeException {

    UnknownModel(String id, Catalog catalog) {
        super(
                "There is no model \"" + id + "\"; known are "
                        + catalog.entries().stream().map(CatalogEntry::id).collect(Collectors.joining(", "))
                        + ", and a Whisper model of your own can be installed with --from DIR under any name of lower-case letters, digits, dots and hyphens.");
    }
}
