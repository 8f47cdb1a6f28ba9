package stt.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left in the server's memory of archives that are deployed no more. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeploymentIT {

    private static final int DEPLOYMENTS = 4;

    /** The server's first one, by Payara's thread of recovery, and one that a cache of the JDK's still names. */
    private static final int KEPT = 2;

    /** Each takes a good part of a second; the last timers of an undeployed archive are due within half a minute. */
    private static final int COLLECTIONS = 200;

    private static final Pattern CLASS_LOADERS =
            Pattern.compile("(\\d+) +\\d+ +org\\.glassfish\\.javaee\\.full\\.deployment\\.EarClassLoader");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // as Arquillian sets it
    private Deployer deployer;

    @Deployment(name = "again", managed = false, testable = false)
    static Archive<?> ear() {
        return ShrinkWrap.create(ZipImporter.class, "stt.ear")
                .importFrom(new File(System.getProperty("stt.ear")))
                .as(EnterpriseArchive.class);
    }

    @Test
    void undeployedArchivesLeaveTheServersMemory() throws Exception {
        for (int i = 0; i < DEPLOYMENTS; i++) {
            deployer.deploy("again");
            deployer.undeploy("again");
        }

        int left = classLoaders();
        for (int i = 0; i < COLLECTIONS && left > KEPT; i++) {
            left = classLoaders();
        }

        assertThat(left).isLessThanOrEqualTo(KEPT);
    }

    /** How many archives' are in the server's memory after a collection. */
    private static int classLoaders() throws IOException, InterruptedException {
        Path server = Path.of(System.getProperty("stt.container.home"), "glassfish/domains/stt/config/pid");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        Files.readString(server).strip(),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(histogram).isZero();
        Matcher loaders = CLASS_LOADERS.matcher(histogram);
        return loaders.find() ? Integer.parseInt(loaders.group(1)) : 0;
    }
}
