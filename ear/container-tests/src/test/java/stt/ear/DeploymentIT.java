package stt.ear;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    @Deployment
    static Archive<?> ear() {
        return RealEar.with(DeploymentIT.class);
    }

    @Resource(lookup = "java:app/AppName")
    private String application;

    @Test
    void namesTheApplication() {
        assertThat(application).isEqualTo("stt");
    }
}
