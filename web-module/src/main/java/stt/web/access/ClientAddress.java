package stt.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import stt.networks.Network;

/**
 * The address that a request comes from: that of the peer, or, when the peer is a trusted proxy, the last one in the header
 * that no trusted proxy has. Whatever stands before it may be the client's own invention. Thread-safe.
 */
@ApplicationScoped
public class ClientAddress {

    private static final Pattern FORWARDED_FOR =
            Pattern.compile("(?:^|[;,\\s])for=(\"[^\"]*\"|[^;,\\s]*)", Pattern.CASE_INSENSITIVE);

    @Inject
    private Config config;

    private List<Network> trusted = List.of();
    private String header = "";

    @PostConstruct
    void read() {
        trusted = config.getOptionalValues("stt.web.trusted-proxies", String.class).orElse(List.of()).stream()
                .map(Network::of)
                .toList();
        header = config.getValue("stt.web.forwarded-header", String.class);
    }

    /** The client's address, a literal. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(header)), header, trusted);
    }

    static String of(String peer, List<String> values, String header, List<Network> trusted) {
        String client = peer;
        List<String> chain = chain(values, header);
        for (int i = chain.size() - 1; i >= 0 && isTrusted(client, trusted); i--) {
            Optional<String> before = Network.literal(chain.get(i));
            if (before.isEmpty()) {
                return client; // "unknown" or a name: nobody knows who was before
            }
            client = before.get();
        }
        return client;
    }

    private static boolean isTrusted(String address, List<Network> trusted) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Whom the request has passed, the client first. */
    private static List<String> chain(List<String> values, String header) {
        List<String> chain = new ArrayList<>();
        for (String value : values) {
            if (header.equalsIgnoreCase("Forwarded")) {
                Matcher each = FORWARDED_FOR.matcher(value);
                while (each.find()) {
                    chain.add(each.group(1).replace("\"", ""));
                }
            } else {
                chain.addAll(List.of(value.split(",", -1)));
            }
        }
        return chain;
    }
}
