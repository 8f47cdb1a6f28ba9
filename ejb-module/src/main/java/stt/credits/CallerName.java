package stt.credits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import stt.accounts.Caller;

/**
 * Who counters belong to: an account, or an IP address.
 *
 * @param text at most 80 characters
 */
public record CallerName(String text) {

    private static final int IPV6_NETWORK = 8; // bytes: what one customer is given (RFC 6177)

    /** The account of {@code caller}, or {@code clientAddress}, a literal IP address. */
    public static CallerName of(Caller caller, String clientAddress) {
        return new CallerName(
                caller.account().map(account -> "account:" + account).orElseGet(() -> "ip:" + network(clientAddress)));
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address) {
                byte[] network = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK), 16);
                return InetAddress.getByAddress(network).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address", e);
        }
    }
}
