package stt.web.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this server, from {@code stt.web.public-url} and from what they asked for. Thread-safe. */
@ApplicationScoped
public class PublicAddress {

    private static final String HTTPS = "https";

    @Inject
    @ConfigProperty(name = "stt.web.public-url")
    private Optional<String> configured;

    private URI address = URI.create("");

    /** For the container. */
    public PublicAddress() {}

    /** Configured as {@code address}. */
    public PublicAddress(String address) {
        this.address = URI.create(address);
    }

    @PostConstruct
    void read() {
        address = URI.create(configured.orElse("").strip());
    }

    /** Whether people reach it by TLS, here or at a proxy before it. */
    public boolean isSecure() {
        return HTTPS.equalsIgnoreCase(address.getScheme());
    }

    /**
     * Scheme, host and port that {@code request} came to, as its client wrote them. A proxy that ends TLS hides the scheme: that
     * is known from the configured address, if the client asked for that.
     */
    public String of(HttpServletRequest request) {
        String host = host(request);
        boolean secure = request.isSecure() || (isSecure() && host.equalsIgnoreCase(address.getRawAuthority()));
        return (secure ? "https://" : "http://") + host;
    }

    /** Whether {@code origin}, a header, is that of the server's own pages: by its configured address, or by that of {@code request}. */
    public boolean isOwn(String origin, HttpServletRequest request) {
        return isOwn(origin, host(request));
    }

    boolean isOwn(String origin, String host) {
        String[] parts = origin.toLowerCase(Locale.ROOT).split("://", 2);
        if (parts.length < 2) {
            return false; // "null": a page without an origin
        }
        boolean asConfigured =
                parts[0].equalsIgnoreCase(address.getScheme()) && parts[1].equalsIgnoreCase(address.getRawAuthority());
        boolean asAsked = parts[1].equalsIgnoreCase(host) && (!isSecure() || parts[0].equals(HTTPS));
        return asConfigured || asAsked;
    }

    private static String host(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host"))
                .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    }
}
