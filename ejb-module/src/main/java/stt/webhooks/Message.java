package stt.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits for its delivery.
 *
 * @param id that its receiver knows it by
 * @param account with whose secret it is signed
 * @param url of the receiver
 * @param body JSON
 * @param tries that failed
 * @param created when what it tells of happened
 */
public record Message(UUID id, UUID account, String url, String body, int tries, Instant created) {}
