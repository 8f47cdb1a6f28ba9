package stt.connector;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Memory that native code has freed, but that the C library keeps for itself: several hundred megabytes after a model. */
final class FreedMemory {

    /** The JDK's {@code jcmd} commands as an MBean. */
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    /** Calls {@code malloc_trim}; in JDKs for Linux since 17.0.9. */
    private static final String TRIM = "systemTrimNativeHeap";

    private FreedMemory() {}

    /** Gives it back to the operating system, where the JDK can. */
    static void giveBack() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName commands = new ObjectName(COMMANDS);
            if (server.isRegistered(commands)
                    && Arrays.stream(server.getMBeanInfo(commands).getOperations())
                            .anyMatch(operation -> operation.getName().equals(TRIM))) {
                server.invoke(commands, TRIM, new Object[0], new String[0]);
            }
        } catch (JMException e) {
            throw new IllegalStateException("freed memory cannot be given back", e);
        }
    }
}
