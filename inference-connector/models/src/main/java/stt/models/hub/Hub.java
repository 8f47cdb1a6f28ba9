package stt.models.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where models are published.
 *
 * @param base address without a slash at its end
 * @param token that lets one read what is not public; never shown
 */
public record Hub(URI base, Optional<String> token) {

    /** The public hub. */
    public static final URI PUBLIC = URI.create("https://huggingface.co");

    /** @throws IllegalArgumentException when the address is none of HTTP, or the token would travel in the clear */
    public Hub {
        if (!isHttp(base)) {
            throw new IllegalArgumentException(
                    "the models' hub must be an http or https address, found \"" + base + "\"");
        }
        if (token.isPresent() && base.getScheme().equals("http") && !isLoopback(base.getHost())) {
            throw new IllegalArgumentException(
                    "a token for the models' hub is not sent over plain http; give the hub an https address");
        }
    }

    /**
     * The hub that an environment names: {@code STT_MODELS_HUB}, and {@code STT_MODELS_HUB_TOKEN} or, for the public hub,
     * {@code HF_TOKEN}.
     *
     * @throws IllegalArgumentException when what it says cannot be used
     */
    public static Hub of(Map<String, String> environment) {
        URI base = value(environment, "STT_MODELS_HUB")
                .map(address -> URI.create(address.replaceAll("/+$", "")))
                .orElse(PUBLIC);
        Optional<String> own = value(environment, "STT_MODELS_HUB_TOKEN");
        return new Hub(base, own.or(() -> base.equals(PUBLIC) ? value(environment, "HF_TOKEN") : Optional.empty()));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean isHttp(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** Whether an address belongs to this hub: the same scheme, host and port. */
    boolean serves(URI address) {
        return base.getScheme().equals(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && port(base) == port(address);
    }

    private static int port(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    /** The hub's name for messages. */
    String name() {
        return base.getHost();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
