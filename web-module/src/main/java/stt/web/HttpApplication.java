package stt.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Every resource and provider of this module, at the root. */
@ApplicationPath("/")
public class HttpApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true, // OPTIONS answers with Allow alone
                // Location stays a path: behind a proxy this server's own address is of no use to anybody.
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
