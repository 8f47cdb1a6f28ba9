package stt.web.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** The one way in which records become JSON: field by field, in the order they are declared in, without what is null. */
@Provider
public class Json implements ContextResolver<Jsonb> {

    /** Thread-safe. */
    public static final Jsonb FORMAT = JsonbBuilder.create(new JsonbConfig()
            .withPropertyVisibilityStrategy(new FieldsAlone())
            .withPropertyOrderStrategy(PropertyOrderStrategy.ANY));

    @Override
    public Jsonb getContext(Class<?> type) {
        return FORMAT;
    }

    private static final class FieldsAlone implements PropertyVisibilityStrategy {

        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return false;
        }
    }
}
