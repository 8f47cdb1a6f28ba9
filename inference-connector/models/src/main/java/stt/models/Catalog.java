package stt.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The models that this version knows, in the order of the HTTP contract. Immutable. */
public final class Catalog {

    private final Map<String, CatalogEntry> entries = new LinkedHashMap<>();

    /**
     * A catalog of these models, in this order.
     *
     * @throws IllegalArgumentException when two have the same id
     */
    public Catalog(List<CatalogEntry> entries) {
        for (CatalogEntry entry : entries) {
            if (this.entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("the catalog has two models with the id " + entry.id());
            }
        }
    }

    /** The catalog of this version, {@code catalog.json} beside this class. */
    public static Catalog builtIn() {
        try (InputStream json = Catalog.class.getResourceAsStream("catalog.json")) {
            return CatalogReader.read(Objects.requireNonNull(json, "catalog.json is missing from the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<CatalogEntry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<CatalogEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The models that make a fresh machine work. */
    public List<CatalogEntry> starters() {
        return entries.values().stream().filter(CatalogEntry::starter).toList();
    }
}
