package stt.idempotency;

import java.util.UUID;

/**
 * The right to serve the request with a key.
 *
 * @param id of this try
 * @param account whose key it is
 * @param keyHash SHA-256 of the key
 */
public record Claim(UUID id, UUID account, String keyHash) {}
