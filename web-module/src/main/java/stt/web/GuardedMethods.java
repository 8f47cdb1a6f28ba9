package stt.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;

/**
 * Takes this deployment out of what Payara's Fault Tolerance service knows of guarded methods. The service does so itself when
 * an application goes, but only for classes of the archive's own class loader; its interceptor's classes belong to the web
 * module's, and would keep every earlier deployment in memory. Payara has no public way for the first of its two caches.
 */
@WebListener
public class GuardedMethods implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(GuardedMethods.class.getName());

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ClassLoader module = event.getServletContext().getClassLoader();
        try {
            Object service = service(module);
            contexts(service).removeIf(key -> belongs(key, module));
            service.getClass()
                    .getClassLoader()
                    .loadClass("fish.payara.microprofile.faulttolerance.policy.FaultTolerancePolicy")
                    .getMethod("clean", ClassLoader.class)
                    .invoke(null, module);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "This deployment stays in the server's memory until that restarts", e);
        }
    }

    private static Object service(ClassLoader module) throws ReflectiveOperationException {
        Class<?> contract = module.loadClass("fish.payara.microprofile.faulttolerance.FaultToleranceService");
        return module.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, contract);
    }

    private static Set<?> contexts(Object service) throws ReflectiveOperationException {
        Field contexts = service.getClass().getDeclaredField("contextByMethod");
        contexts.setAccessible(true);
        return ((Map<?, ?>) contexts.get(service)).keySet();
    }

    private static boolean belongs(Object key, ClassLoader module) {
        try {
            Field target = key.getClass().getDeclaredField("targetClass");
            target.setAccessible(true);
            return ((Class<?>) target.get(key)).getClassLoader() == module;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Payara's cache has keys of another kind: " + key, e);
        }
    }
}
