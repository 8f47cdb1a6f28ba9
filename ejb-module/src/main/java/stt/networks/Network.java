package stt.networks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with the same first bits.
 *
 * @param address one of them
 * @param bits how many bits are the same
 */
public record Network(InetAddress address, int bits) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%\\w+)?(?:](?::\\d+)?)?");

    /** {@code 10.0.0.0/8}, or a single address. */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = literal(parts[0])
                .map(Network::parsed)
                .orElseThrow(() -> new IllegalArgumentException("not an IP address or network: " + text));
        int length = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? length : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > length) {
            throw new IllegalArgumentException("not an IP address or network: " + text);
        }
        return new Network(address, bits);
    }

    /** The address in {@code text}, which may have a port and brackets; empty when it is none. Never asks a name server. */
    public static Optional<String> literal(String text) {
        Matcher ipv4 = IPV4.matcher(text.strip());
        Matcher ipv6 = IPV6.matcher(text.strip());
        Optional<String> found = ipv4.matches()
                ? Optional.of(ipv4.group(1))
                : ipv6.matches() ? Optional.of(ipv6.group(1)) : Optional.empty();
        return found.filter(Network::isAddress);
    }

    /** Whether the address that {@code literal} writes is one of them. */
    public boolean contains(String literal) {
        return contains(parsed(literal));
    }

    /** Whether {@code candidate} is one of them. An IPv4 address is never one of IPv6. */
    public boolean contains(InetAddress candidate) {
        byte[] other = candidate.getAddress();
        byte[] own = address.getAddress();
        return own.length == other.length
                && new BigInteger(1, own)
                        .shiftRight(own.length * Byte.SIZE - bits)
                        .equals(new BigInteger(1, other).shiftRight(own.length * Byte.SIZE - bits));
    }

    private static boolean isAddress(String literal) {
        try {
            return !InetAddress.getByName(literal).getHostAddress().isEmpty();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static InetAddress parsed(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + literal, e);
        }
    }
}
