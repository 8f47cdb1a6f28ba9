package stt.web.library;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import stt.web.access.CurrentCaller;
import stt.web.json.Ids;

/**
 * Which transcript a path names, and for whom.
 *
 * @param account that asks
 * @param id as it stands in the path
 */
public record OwnTranscript(UUID account, UUID id) {

    /** What {@code id} means in {@code request}: nothing is there when it is no id at all. */
    public static OwnTranscript of(HttpServletRequest request, String id) {
        return new OwnTranscript(account(request), Ids.of(id));
    }

    /** The account that sent {@code request}: no path below {@code /api/} is public. */
    static UUID account(HttpServletRequest request) {
        return CurrentCaller.of(request).account().orElseThrow();
    }
}
