package stt.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import stt.accounts.InvalidApiKey;

/**
 * The door to {@code /local/}: only for a peer on this machine that shows the token from a file which only this server's
 * user can read. To everybody else there is nothing behind it.
 */
@ApplicationScoped
public class LocalChannel {

    private static final String PREFIX = "/local/";

    @Inject
    @ConfigProperty(name = "stt.local-admin.token-file")
    private Optional<String> tokenFile;

    /** Whether {@code path} lies behind this door. */
    static boolean owns(String path) {
        return path.startsWith(PREFIX);
    }

    /** Whether {@code request} may pass. The file is read each time: whoever starts the server may change it. */
    public boolean admits(HttpServletRequest request) throws IOException {
        if (!isLocal(request) || tokenFile.isEmpty()) {
            return false;
        }
        try {
            String token = Files.readString(Path.of(tokenFile.get())).strip();
            return !token.isEmpty()
                    && Bearer.of(request).filter(shown -> same(shown, token)).isPresent();
        } catch (NoSuchFileException | InvalidApiKey e) {
            return false;
        }
    }

    /** A reverse proxy on this machine is a local peer of somebody who is not: its headers give it away. */
    private static boolean isLocal(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean same(String shown, String token) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
