package stt.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stt.engine.CudaDevice;
import stt.inference.api.ModelUnavailable;

/**
 * How much memory models may hold on each device, and which of them go for another.
 *
 * @param machine bytes of the machine's memory for all models on the CPU; a GPU's limit comes with the request
 */
record MemoryLimit(long machine) {

    /** A model that is in use may be idle soon. */
    static final Duration SOON = Duration.ofSeconds(20);

    /** Only an operator can make room for a model that is larger than all that models may hold. */
    static final Duration LATER = Duration.ofMinutes(10);

    private static final long MEGABYTE = 1_000_000;

    long of(SessionRequest request) {
        return request.options().cuda().map(CudaDevice::memoryLimit).orElse(machine);
    }

    /** Bytes that models hold on a device. */
    static long held(Collection<Load> loads, String device) {
        return on(loads, device).mapToLong(Load::bytes).sum();
    }

    /** Whether a model fits beside all others. */
    boolean fits(Collection<Load> loads, SessionRequest request, long need) {
        return held(loads, request.device()) + need <= of(request);
    }

    /**
     * Finds room: the idle models, least recently used first, that have to go so that {@code need} more bytes are within the
     * limit.
     *
     * @return empty when even without all of them it is crossed
     */
    Optional<List<Load>> room(Collection<Load> loads, SessionRequest request, long need) {
        List<Load> going = excess(loads, request, need);
        long left = held(loads, request.device())
                - going.stream().mapToLong(Load::bytes).sum();
        return left + need <= of(request) ? Optional.of(going) : Optional.empty();
    }

    /** The same, but all idle ones when the limit is crossed without them as well. */
    List<Load> excess(Collection<Load> loads, SessionRequest request, long need) {
        long excess = held(loads, request.device()) + need - of(request);
        List<Load> going = new ArrayList<>();
        for (Load idle : idle(loads, request.device())) {
            if (excess <= 0) {
                break;
            }
            going.add(idle);
            excess -= idle.bytes();
        }
        return going;
    }

    /** What a caller is told whose model finds no room. */
    ModelUnavailable refusal(Collection<Load> loads, SessionRequest request, long need) {
        long limit = of(request);
        String numbers = "it needs " + megabytes(need) + " MB of memory, and models may hold " + megabytes(limit)
                + " MB" + (request.options().cuda().isPresent() ? " of " + request.device() : "");
        if (need > limit) {
            return new ModelUnavailable(request.model(), numbers, LATER);
        }
        String others = on(loads, request.device())
                .map(load -> load.request().model())
                .distinct()
                .collect(Collectors.joining(" and "));
        return new ModelUnavailable(request.model(), numbers + ", which are in use by " + others, SOON);
    }

    private static List<Load> idle(Collection<Load> loads, String device) {
        return on(loads, device)
                .filter(Load::isIdle)
                .sorted(Comparator.comparing(Load::lastUse))
                .toList();
    }

    private static Stream<Load> on(Collection<Load> loads, String device) {
        return loads.stream().filter(load -> load.request().device().equals(device));
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
