package stt.web.errors;

import java.util.Map;

/** What is said of a status where nothing more is known. */
final class Statuses {

    private static final Map<Integer, String> SENTENCES = Map.of(
            400, "The request is malformed.",
            401, "The API key is missing, wrong or revoked. Send it as: Authorization: Bearer KEY",
            403, "This is not allowed with this account.",
            404, "There is nothing here.",
            405, "This path does not have that method.",
            406, "None of the media types in Accept can be produced.",
            413, "The request is too large.",
            414, "The address is too long.",
            415, "This path does not take that Content-Type.",
            503, "The service cannot answer now.");

    private static final Map<Integer, String> CODES = Map.of(
            400, "bad_request",
            401, "invalid_api_key",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "too_large",
            414, "address_too_long",
            415, "unsupported_media_type",
            503, "unavailable");

    private Statuses() {}

    static String code(int status) {
        return CODES.getOrDefault(status, "http_" + status);
    }

    static String sentence(int status) {
        return SENTENCES.getOrDefault(status, "The request was refused with status " + status + ".");
    }
}
