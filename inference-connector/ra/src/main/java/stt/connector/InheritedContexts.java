package stt.connector;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What threads have inherited from this deployment. A pool's thread that is made while an application is on the stack keeps
 * that application's class loader and protection domains for as long as it lives, and the server's and the JDK's own pools
 * outlive us.
 */
@SuppressWarnings("removal") // access control goes from the JDK, and from JDK 24 on no thread inherits it
final class InheritedContexts {

    private static final System.Logger LOG = System.getLogger(InheritedContexts.class.getName());

    private final ClassLoader deployment;

    /** Of everything that {@code deployment}, the archive's topmost class loader, and those below it have loaded. */
    InheritedContexts(ClassLoader deployment) {
        this.deployment = deployment;
    }

    /** Leaves the process's threads as if there had never been the deployment. To be done when all of it has stopped. */
    void forget() {
        if (deployment == ClassLoader.getSystemClassLoader()) {
            return; // nothing was deployed: it lasts as long as the process
        }
        try {
            List<Thread> threads = new ArrayList<>(Thread.getAllStackTraces().keySet());
            threads.addAll(
                    NativeRuntime.hooks()); // H2's, which Payara Server has for its own database, is made by the first
            // caller
            forget(threads);
        } catch (NoSuchFieldException e) {
            LOG.log(System.Logger.Level.TRACE, "Threads of this JDK inherit no access control", e);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            LOG.log(System.Logger.Level.DEBUG, "The server's threads keep this deployment in memory", e);
        }
    }

    private void forget(List<Thread> threads) throws ReflectiveOperationException {
        for (Thread thread : threads) {
            if (belongs(thread.getContextClassLoader())) {
                thread.setContextClassLoader(deployment.getParent());
            }
        }
        Field inherited = Thread.class.getDeclaredField("inheritedAccessControlContext");
        inherited.setAccessible(true);
        for (Thread thread : threads) {
            if (inherited.get(thread) instanceof AccessControlContext context && holdsOurs(context)) {
                inherited.set(thread, null); // as threads have it that native code made
            }
        }
    }

    private boolean belongs(@Nullable ClassLoader loader) {
        for (ClassLoader at = loader; at != null; at = at.getParent()) {
            if (at == deployment) {
                return true;
            }
        }
        return false;
    }

    /** The JDK shows a context's domains to nobody but the combiner that another context is made with. */
    private boolean holdsOurs(AccessControlContext context) {
        boolean[] ours = {false};
        AccessControlContext shown = new AccessControlContext(context, (current, assigned) -> {
            ours[0] = assigned != null && Arrays.stream(assigned).anyMatch(this::holds);
            return assigned;
        });
        AccessController.doPrivileged((PrivilegedAction<AccessControlContext>) AccessController::getContext, shown);
        return ours[0];
    }

    private boolean holds(ProtectionDomain domain) {
        return belongs(domain.getClassLoader());
    }
}
