package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.models.Catalog;
import stt.models.sources.HubSource;
import stt.models.whisper.WeightSource.Shape;

/**
 * The official files' sizes, which the catalog knows, are those of the names and shapes that the importer expects, to the
 * byte: the header lists every name and shape, and the numbers follow it without holes.
 */
class HuggingFaceNamesTest {
    private static final Pattern LAYER = Pattern.compile("model\\.(encoder|decoder)\\.layers\\.(\\d+)\\..*");

    @ParameterizedTest
    @CsvSource({
        "tiny, 384, 4, 4, 80, 51865, F32",
        "base.en, 512, 6, 6, 80, 51864, F32",
        "small, 768, 12, 12, 80, 51865, F32",
        "small.en, 768, 12, 12, 80, 51864, F32",
        "medium, 1024, 24, 24, 80, 51865, F32",
        "medium.en, 1024, 24, 24, 80, 51864, F32",
        "large-v2, 1280, 32, 32, 80, 51865, F32",
        "large-v3, 1280, 32, 32, 128, 51866, F16",
        "large-v3-turbo, 1280, 32, 4, 128, 51866, F16"
    })
    void theExpectedTensorsFillTheOfficialFiles(
            String id, int width, int encoder, int decoder, int bins, int vocabulary, String type) {
        WhisperDimensions dimensions =
                new WhisperDimensions(width, width / 64, encoder, decoder, vocabulary, bins, 1500, 448);
        assertThat(fileSize(shapes(dimensions), type)).isEqualTo(publishedSize(id));
    }

    private static Map<String, Shape> shapes(WhisperDimensions dimensions) {
        HuggingFaceNames names = new HuggingFaceNames(name -> {
            Matcher layer = LAYER.matcher(name);
            return layer.matches()
                    && Integer.parseInt(layer.group(2))
                            < (layer.group(1).equals("encoder")
                                    ? dimensions.encoderLayers()
                                    : dimensions.decoderLayers());
        });
        Map<String, Shape> shapes = new TreeMap<>();
        new WhisperLayout(dimensions).shapes().forEach((name, shape) -> {
            var parts = names.parts().get(name);
            assertThat(parts).as(name).isNotNull();
            if (parts != null) {
                parts.stream()
                        .filter(part -> !part.endsWith("k_proj.bias"))
                        .forEach(part -> shapes.put(part, shape.withRows(shape.rows() / parts.size())));
            }
        });
        return shapes;
    }

    /** As the format's own writer lays a file out: names in order, the header filled up to eight bytes. */
    private static long fileSize(Map<String, Shape> shapes, String type) {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        long end = 0;
        for (Map.Entry<String, Shape> tensor : shapes.entrySet()) {
            long begin = end;
            end += tensor.getValue().size() * (type.equals("F32") ? Float.BYTES : Short.BYTES);
            header.append(",\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(
                            tensor.getKey(),
                            type,
                            tensor.getValue().dimensions().toString().replace(" ", ""),
                            begin,
                            end));
        }
        int length = header.append("}").toString().getBytes(StandardCharsets.UTF_8).length;
        return Long.BYTES + (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES + end;
    }

    private static long publishedSize(String id) {
        HubSource source =
                (HubSource) Catalog.builtIn().find(id).orElseThrow().sources().get(0);
        return source.known("model.safetensors").orElseThrow().size();
    }
}
