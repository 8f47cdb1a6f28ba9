package stt.web.transcripts;

import stt.web.errors.InvalidRequest;

/** What a client is told whose fields are right one by one, but not together. */
final class Conflict {

    private Conflict() {}

    static InvalidRequest of(String sentence) {
        return new InvalidRequest("conflicting_fields", sentence);
    }
}
