package stt.cloud;

import java.net.URI;
import java.util.Optional;
import stt.accounts.InvalidAccount;

/**
 * What an administrator writes down about an instance.
 *
 * @param endpoint http or https, without query and user; a slash at its end is dropped
 * @param gpu what it calculates with, if known
 */
public record Registration(String name, String region, URI endpoint, Optional<String> gpu) {

    private static final int LONGEST = 100;
    private static final int LONGEST_ENDPOINT = 500;

    /** @throws InvalidAccount when something cannot be */
    public Registration {
        name = text("name", name);
        region = text("region", region);
        gpu = gpu.map(known -> text("gpu", known));
        String address = endpoint.toString();
        if (!("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                || endpoint.getHost() == null
                || endpoint.getRawUserInfo() != null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null
                || address.length() > LONGEST_ENDPOINT) {
            throw new InvalidAccount("invalid_endpoint", "The field endpoint must be an address with http or https.");
        }
        endpoint = address.endsWith("/") ? URI.create(address.substring(0, address.length() - 1)) : endpoint;
    }

    private static String text(String field, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidAccount(
                    "invalid_" + field, "The field " + field + " must have 1 to " + LONGEST + " characters.");
        }
        return stripped;
    }
}
