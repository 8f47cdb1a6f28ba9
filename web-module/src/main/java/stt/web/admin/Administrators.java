package stt.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import stt.web.access.CurrentCaller;

/** Lets administrators through. */
final class Administrators {

    private Administrators() {}

    /** @throws ForbiddenException when {@code request} comes from anybody else */
    static void require(HttpServletRequest request) {
        if (!CurrentCaller.of(request).isAdministrator()) {
            throw new ForbiddenException();
        }
    }
}
