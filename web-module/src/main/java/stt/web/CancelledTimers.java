package stt.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Timer;

/**
 * Takes cancelled timers out of Payara's EJB container, which keeps the timer of each bean's pool, and a class that it has
 * made for it, until that would have been due: for ten minutes after the undeployment, 60 classes for each deployment.
 */
@WebListener
public class CancelledTimers implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(CancelledTimers.class.getName());

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            Class<?> container =
                    event.getServletContext().getClassLoader().loadClass("com.sun.ejb.containers.EjbContainerUtilImpl");
            Object instance = container.getMethod("getInstance").invoke(null);
            ((Timer) container.getMethod("getTimer").invoke(instance)).purge();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Payara keeps the timers of bean pools for some minutes", e);
        }
    }
}
