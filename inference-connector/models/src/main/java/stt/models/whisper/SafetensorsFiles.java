package stt.models.whisper;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import stt.models.whisper.TensorFile.StoredTensor;

/**
 * The tensors of a model in one {@code model.safetensors}, or in several files that {@code model.safetensors.index.json}
 * names. Only the headers are kept in memory. Not thread-safe.
 */
final class SafetensorsFiles implements Closeable {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\\.safetensors");
    private static final int MOST_SHARDS = 1000;

    private final Path folder;
    private final List<TensorFile> files = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private record Place(TensorFile file, StoredTensor tensor) {}

    private SafetensorsFiles(Path folder) {
        this.folder = folder;
    }

    /** Whether a folder has weights in this format. */
    static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SINGLE)) || Files.isRegularFile(folder.resolve(INDEX));
    }

    /**
     * The names of the files that hold the weights, the index among them.
     *
     * @throws UnreadableModel when the index is not what it should be
     */
    static List<String> namesIn(Path folder) {
        if (Files.isRegularFile(folder.resolve(SINGLE))) {
            return List.of(SINGLE);
        }
        List<String> names = new ArrayList<>(new TreeSet<>(index(folder).values()));
        names.add(INDEX);
        return names;
    }

    /** Opens all files and reads their headers; the caller closes them. */
    static SafetensorsFiles open(Path folder) {
        SafetensorsFiles all = new SafetensorsFiles(folder);
        try {
            if (Files.isRegularFile(folder.resolve(SINGLE))) {
                all.add(SINGLE, Optional.empty());
            } else {
                all.addShards(index(folder));
            }
            return all;
        } catch (IOException | RuntimeException e) {
            all.closeQuietly(e);
            throw e instanceof RuntimeException failure
                    ? failure
                    : new UnreadableModel("the weights in %s cannot be read: %s".formatted(folder, e), e);
        }
    }

    /** Which file has which tensor. */
    private static Map<String, String> index(Path folder) {
        JsonFile file = new JsonFile(folder.resolve(INDEX), "an index of safetensors files");
        Map<String, String> shards = file.read(reader -> {
            JsonObject map = reader.readObject().getJsonObject("weight_map");
            Map<String, String> found = new TreeMap<>();
            map.forEach((tensor, shard) -> found.put(tensor, ((JsonString) shard).getString()));
            return found;
        });
        shards.forEach((tensor, shard) -> {
            if (!SHARD.matcher(shard).matches()) {
                throw new UnreadableModel(
                        "%s should name files of its own folder that end in .safetensors, but has \"%s\" for %s"
                                .formatted(file.path(), shard, tensor));
            }
        });
        long files = shards.values().stream().distinct().count();
        if (files < 1 || files > MOST_SHARDS) {
            throw new UnreadableModel(
                    "%s should name 1 to %d files, but names %d".formatted(file.path(), MOST_SHARDS, files));
        }
        return shards;
    }

    private void addShards(Map<String, String> index) throws IOException {
        Map<String, List<String>> tensors = new TreeMap<>();
        index.forEach((tensor, shard) ->
                tensors.computeIfAbsent(shard, s -> new ArrayList<>()).add(tensor));
        for (Map.Entry<String, List<String>> shard : tensors.entrySet()) {
            add(shard.getKey(), Optional.of(shard.getValue()));
        }
    }

    /** Adds a file's tensors: those that the index names, or all. */
    private void add(String name, Optional<List<String>> wanted) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new UnreadableModel("%s has no %s, which %s names".formatted(folder, name, INDEX));
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        TensorFile file = new TensorFile(path, channel);
        files.add(file);
        Map<String, StoredTensor> found = new SafetensorsHeader(path, channel).read();
        for (String tensor : wanted.orElseGet(() -> List.copyOf(found.keySet()))) {
            StoredTensor stored = found.get(tensor);
            if (stored == null) {
                throw new UnreadableModel("%s has no tensor %s, which %s says it has".formatted(path, tensor, INDEX));
            }
            places.put(tensor, new Place(file, stored));
        }
    }

    boolean has(String tensor) {
        return places.containsKey(tensor);
    }

    WeightSource.Shape shape(String tensor) {
        return place(tensor).tensor().shape();
    }

    void read(String tensor, TensorFile.Rows rows, float[] into) {
        Place place = place(tensor);
        place.file().readRows(tensor, place.tensor(), rows, into);
    }

    private Place place(String tensor) {
        Place place = places.get(tensor);
        if (place == null) {
            throw new UnreadableModel(
                    "the weights in %s have no tensor %s, which every Whisper model has".formatted(folder, tensor));
        }
        return place;
    }

    private void closeQuietly(Exception because) {
        try {
            close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TensorFile file : files) {
            file.close();
        }
    }
}
