package stt.web.idempotency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import stt.idempotency.Answer;
import stt.idempotency.Claim;
import stt.idempotency.IdempotentRequests;
import stt.idempotency.IdempotentRequests.Start;

/** Answers a request that is sent again as the first time. Thread-safe. */
@ApplicationScoped
public class OncePerKey {

    /** Says that an answer is an earlier one, as Stripe's API does. */
    static final String REPLAYED = "Idempotent-Replayed";

    @EJB
    private IdempotentRequests requests;

    /**
     * Stores the answer to a request in the transaction of the work that charges for it.
     *
     * @param requests where
     * @param claim empty for a request without a key
     */
    public record Keeper(IdempotentRequests requests, Optional<Claim> claim) {

        /** To be called within that transaction. */
        public void keep(Supplier<Answer> answer) {
            claim.ifPresent(mine -> requests.complete(mine, answer.get()));
        }
    }

    /**
     * Does {@code work}, or answers as it did before.
     *
     * @param key of the request, if it has one
     * @param account whose it is; without one a key is ignored
     * @param fingerprint of what is asked, asked for only when there is a key
     * @throws stt.idempotency.KeyInUse when the same request is being served
     * @throws stt.idempotency.KeyReused when the key belongs to another
     */
    public Response answer(
            Optional<String> key,
            Optional<UUID> account,
            Supplier<String> fingerprint,
            Function<Keeper, Response> work) {
        if (key.isEmpty() || account.isEmpty()) {
            return work.apply(new Keeper(requests, Optional.empty()));
        }
        Start start = requests.begin(account.get(), key.get(), fingerprint.get());
        if (start.answer().isPresent()) {
            return replayed(start.answer().get());
        }
        try {
            return work.apply(new Keeper(requests, Optional.of(start.claim())));
        } finally {
            requests.end(start.claim());
        }
    }

    private static Response replayed(Answer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body()).type(answer.contentType());
        response.header(REPLAYED, "true");
        new TreeMap<>(answer.headers()).forEach(response::header);
        return response.build();
    }
}
