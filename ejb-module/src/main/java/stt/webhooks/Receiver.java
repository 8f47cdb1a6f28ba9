package stt.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import stt.networks.Network;

/** Where a message is to go, as far as that can be judged without asking a name server. */
final class Receiver {

    private static final int LONGEST = 2_000; // characters, as in the database

    private Receiver() {}

    /** Throws {@link InvalidReceiver} unless {@code url} is absolute, has one of {@code schemes}, and no forbidden address. */
    static void check(String url, List<String> schemes, AddressRules addresses) {
        URI uri = parsed(url);
        if (url.length() > LONGEST
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !schemes.contains(String.valueOf(uri.getScheme()))) {
            throw new InvalidReceiver("callback_url must be an absolute URL of at most " + LONGEST
                    + " characters that begins with " + String.join(":// or ", schemes)
                    + "://, without user name, password and fragment.");
        }
        Optional<String> literal = Network.literal(uri.getHost());
        if (literal.isPresent() && !addresses.permit(address(literal.get()))) {
            throw new InvalidReceiver("callback_url names an address that this server sends nothing to.");
        }
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new InvalidReceiver("callback_url is not a URL.");
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + literal, e);
        }
    }
}
