package stt.web.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import stt.web.http.PublicAddress;

/** Tells the addresses of the pages around one. Thread-safe. */
@ApplicationScoped
public class Paging {

    @Inject
    private PublicAddress address;

    /**
     * Where a page lies in its list.
     *
     * @param count of results in all
     * @param next its address, if there is one
     * @param previous its address, if there is one
     */
    public record Place(long count, Optional<String> next, Optional<String> previous) {

        /** Of a list that is given whole. */
        public static Place whole(int count) {
            return new Place(count, Optional.empty(), Optional.empty());
        }
    }

    /** The place of {@code page}, which {@code request} asked for, in a list of {@code count}. */
    public Place place(Page page, HttpServletRequest request, long count) {
        String query = request.getQueryString();
        String here = address.of(request) + request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Place(count, page.next(here, count), page.previous(here));
    }
}
