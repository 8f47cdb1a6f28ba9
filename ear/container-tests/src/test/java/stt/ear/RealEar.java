package stt.ear;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as built, with a test class, its library and a recording added to its web module. */
final class RealEar {

    private RealEar() {}

    static EnterpriseArchive with(Class<?>... testClasses) {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "stt.ear")
                .importFrom(new File(System.getProperty("stt.ear")))
                .as(EnterpriseArchive.class);
        WebArchive web = ear.getAsType(WebArchive.class, "web-module.war");
        web.addClasses(testClasses);
        web.addAsLibrary(jarOf(Assertions.class));
        web.addAsResource(new File(System.getProperty("stt.repository"), "bench/speech/jfk.wav"), Recording.RESOURCE);
        Testable.archiveToTest(web);
        return ear;
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " was not loaded from a file", e);
        }
    }
}
