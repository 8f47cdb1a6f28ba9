package stt.web.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of other pages of a list. Thread-safe. */
@ApplicationScoped
public class PageLinks {

    private URI publicUrl = URI.create("http://localhost");

    @Inject
    void configure(@ConfigProperty(name = "stt.web.public-url") String configured) {
        publicUrl = URI.create(configured);
    }

    /** What was asked for, but page {@code page}. */
    String to(int page, UriInfo asked) {
        URI uri = asked.getRequestUri();
        UriBuilder link = UriBuilder.fromUri(uri).replaceQueryParam("page", page);
        if (uri.getHost() != null && uri.getHost().equalsIgnoreCase(publicUrl.getHost())) {
            link.scheme(publicUrl.getScheme()).port(publicUrl.getPort());
        }
        return link.build().toString();
    }
}
