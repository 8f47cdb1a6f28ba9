package stt.idempotency;

import java.util.Map;

/**
 * What a client was told.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param headers those that belong to the result; values without line breaks
 * @param body the bytes; the receiver must not modify them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of megabytes would serve nobody
public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }
}
