package stt.models.whisper;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stt.models.whisper.SafetensorsHeader.Claim;
import stt.models.whisper.TensorFile.StoredTensor;

/**
 * Checks that the tensors of a safetensors file fill it as the format demands: one after the other, in any order, from
 * the end of the header to the end of the file.
 *
 * @param begin first byte after the header
 * @param size of the file
 */
record SafetensorsLayout(Path file, long begin, long size) {

    /** @throws UnreadableModel when the claims contradict each other or the file */
    Map<String, StoredTensor> place(Map<String, Claim> claims) {
        claims.forEach(this::checkSize);
        checkOrder(claims);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        claims.forEach((name, claim) ->
                tensors.put(name, new StoredTensor(claim.shape(), claim.type(), begin + claim.begin())));
        return tensors;
    }

    private void checkSize(String name, Claim claim) {
        long bytes = claim.shape().size() * claim.type().bytes();
        if (claim.begin() < 0 || claim.end() < claim.begin() || claim.end() - claim.begin() != bytes) {
            throw damaged("%s (%s, %s) should take %d bytes, but its offsets are %d and %d"
                    .formatted(name, claim.shape(), claim.type(), bytes, claim.begin(), claim.end()));
        }
        if (claim.end() > size - begin) {
            throw new UnreadableModel("%s is truncated: %s should end at byte %d, but the file ends at %d"
                    .formatted(file, name, begin + claim.end(), size));
        }
    }

    private void checkOrder(Map<String, Claim> claims) {
        List<Map.Entry<String, Claim>> ordered = claims.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().begin()))
                .toList();
        long position = 0;
        for (Map.Entry<String, Claim> entry : ordered) {
            long next = entry.getValue().begin();
            if (next < position) {
                throw damaged("%s lies over another tensor".formatted(entry.getKey()));
            }
            if (next > position) {
                throw damaged("%d bytes before %s belong to no tensor".formatted(next - position, entry.getKey()));
            }
            position = entry.getValue().end();
        }
        if (position != size - begin) {
            throw damaged("its contents end at byte %d, but the file has %d".formatted(begin + position, size));
        }
    }

    private UnreadableModel damaged(String what) {
        return new UnreadableModel("%s is damaged: %s".formatted(file, what));
    }
}
