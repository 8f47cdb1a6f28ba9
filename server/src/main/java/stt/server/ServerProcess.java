package stt.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The server's own virtual machine: boots Payara Micro, deploys the application, and ends, orderly and with exit code 0,
 * when its standard input ends.
 */
final class ServerProcess {

    /** Payara Micro did not boot. */
    static final int NOT_BOOTED = 3;

    /** The application was not deployed. */
    static final int NOT_DEPLOYED = 4;

    /** The server did not stop in order. */
    static final int NOT_STOPPED = 5;

    private static final String APPLICATION = "stt";

    private ServerProcess() {}

    /**
     * Runs the server.
     *
     * @param arguments the folder that the server is unpacked in, and the folder of the application
     */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.ofThisProcess();
        set(settings.fromFileOnly());
        set(payarasOwn());
        PayaraMicroRuntime runtime = boot(settings, Path.of(arguments[0]));
        if (!deploy(runtime, Path.of(arguments[1]))) {
            System.exit(NOT_DEPLOYED);
        }
        awaitEndOfInput();
        stop();
    }

    /** What Payara Micro's own main class sets before it boots. */
    private static Properties payarasOwn() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PayaraMicro.class.getResourceAsStream("/MICRO-INF/payara-boot.properties")) {
            properties.load(in);
        }
        return properties;
    }

    private static void set(Properties properties) {
        properties.stringPropertyNames().forEach(key -> System.setProperty(key, properties.getProperty(key)));
    }

    private static PayaraMicroRuntime boot(Settings settings, Path folder) {
        PayaraMicroBoot micro = payaraMicro(folder);
        micro.setRootDir(folder.toFile());
        micro.setHttpPort(settings.port());
        micro.setNoHazelcast(true);
        try {
            return micro.bootStrap();
        } catch (BootstrapException e) {
            e.printStackTrace();
            System.exit(NOT_BOOTED);
            throw new IllegalStateException(e);
        }
    }

    /**
     * Payara Micro on this virtual machine's own class path. Left to itself, {@link PayaraMicro} makes a class loader over
     * the jars nested in its own jar, which are not there. The two properties are those of Payara's own launchers: its
     * modules are found through the one, and trusted by its policy file through the other.
     */
    private static PayaraMicroBoot payaraMicro(Path folder) {
        Path launcher = RunnableJar.ofThisProgram().path();
        System.setProperty("fish.payara.micro.BootJar", launcher.toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", folder.toString());
        try {
            Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the Payara Micro that this program was made for", e);
        }
        return PayaraMicro.getInstance();
    }

    /** What Payara answers is not enough: it has answered true where the log told of a failure. */
    private static boolean deploy(PayaraMicroRuntime runtime, Path application) {
        return runtime.deploy(APPLICATION, "/", application.toFile())
                && runtime.getDeployedApplicationNames().contains(APPLICATION);
    }

    /** Not left to Payara's shutdown hook: the JDK closes the log in another one, at the same time. */
    private static void stop() {
        try {
            PayaraMicro.getInstance().shutdown();
            System.exit(0);
        } catch (BootstrapException e) {
            e.printStackTrace();
            System.exit(NOT_STOPPED);
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes anything: the parent holds the other end for as long as it lives.
        }
    }
}
