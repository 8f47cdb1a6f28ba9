package stt.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import stt.networks.Network;

/** Which addresses webhooks may go to: those of the public Internet, and the networks that the operator allows. */
public final class AddressRules {

    /** What of IPv4 is not globally reachable (IANA's special-purpose registry, RFC 6890), multicast and what is reserved. */
    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' translators (RFC 6598); some clouds' metadata
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local; most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; a cloud's metadata
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays from IPv6
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** All that is public of IPv6 lies in here: not loopback, unique-local, link-local, multicast, nor IPv4 in disguise. */
    private static final Network PUBLIC_IPV6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_IPV6 = networks(
            "2001::/23", // protocol assignments; Teredo carries IPv4 addresses
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4 carries IPv4 addresses
            "3fff::/20"); // documentation

    private final List<Network> allowed;

    /** {@code allowed} may be reached although they are not public. */
    public AddressRules(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether a message may be sent to {@code address}. */
    public boolean permit(InetAddress address) {
        return contain(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !contain(NOT_PUBLIC, address);
        }
        return PUBLIC_IPV6.contains(address) && !contain(NOT_PUBLIC_IPV6, address);
    }

    private static boolean contain(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
