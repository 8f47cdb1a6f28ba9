package stt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final List<String> MODULES = List.of(
            "inference-connector/api",
            "inference-connector/models",
            "inference-connector/engine",
            "inference-connector/ra",
            "ejb-module",
            "web-module",
            "server");

    private static final String[] WEB = {"stt.web.."};
    private static final String[] ADAPTER_AND_BELOW = {"stt.connector..", "stt.engine..", "stt.models.."};
    private static final String[] APPLICATION = {
        "stt.accounts..",
        "stt.audio..",
        "stt.backup..",
        "stt.credits..",
        "stt.database..",
        "stt.faults..",
        "stt.idempotency..",
        "stt.inference",
        "stt.recordings..",
        "stt.retention..",
        "stt.search..",
        "stt.time..",
        "stt.transcripts..",
        "stt.usage.."
    };

    private static final Map<String, JavaClasses> BY_MODULE = new HashMap<>();
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(MODULES.stream().map(ArchitectureTest::classesOf).toList());

    static {
        MODULES.forEach(module -> BY_MODULE.put(module, new ClassFileImporter().importPath(classesOf(module))));
    }

    private static Path classesOf(String module) {
        return Path.of(System.getProperty("stt.repository"), module, "target", "classes");
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(BY_MODULE.values()).allSatisfy(classes -> assertThat(classes).isNotEmpty());
    }

    @Test
    void noPackageSpansTwoModules() {
        Map<String, String> moduleOf = new HashMap<>();
        BY_MODULE.forEach((module, classes) -> classes.forEach(type -> assertThat(
                        Optional.ofNullable(moduleOf.putIfAbsent(type.getPackageName(), module))
                                .orElse(module))
                .as("the only module with package %s, because a package is one component", type.getPackageName())
                .isEqualTo(module)));
    }

    @Test
    void nothingCallsUp() {
        check(noClasses()
                .that()
                .resideInAnyPackage(APPLICATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB)
                .because("use cases must serve queue and stream as well as HTTP"));
        check(noClasses()
                .that()
                .resideInAPackage("stt.inference.api..")
                .or()
                .resideInAnyPackage(ADAPTER_AND_BELOW)
                .should()
                .dependOnClassesThat(in(WEB).or(in(APPLICATION)))
                .because("models know nothing of who asks them"));
    }

    @Test
    void onlyTheAdaptersApiIsUsedFromAbove() {
        check(noClasses()
                .that(in(WEB).or(in(APPLICATION)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTER_AND_BELOW)
                .because("sessions come from the container's pool, never from an engine directly"));
    }

    @Test
    void theEngineIsUsableAlone() {
        check(noClasses()
                .that()
                .resideInAnyPackage("stt.engine..", "stt.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.resource..",
                        "jakarta.ejb..",
                        "jakarta.transaction..",
                        "jakarta.ws..",
                        "stt.connector..")
                .because("engines are tested, measured and used without a container"));
    }

    @Test
    void onlyTheAdapterSpeaksJca() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("stt.connector..", "stt.inference.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.resource..")
                .because("resource exceptions end in the adapter"));
    }

    @Test
    void onlyTheWebModuleSpeaksHttp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("stt.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws..", "jakarta.servlet..")
                .because("one mapper alone knows HTTP statuses"));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .because("such names say nothing"));
    }

    @Test
    void entitiesKeepTheirStateToThemselves() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .and()
                .doNotHaveName("serialVersionUID")
                .should()
                .notBePublic()
                .because("state changes are named methods"));
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("state changes are named methods"));
    }

    @Test
    void theLauncherStandsAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("stt.server..")
                .should()
                .dependOnClassesThat(in("stt..").and(DescribedPredicate.not(in("stt.server.."))))
                .because("it runs before the application is unpacked"));
    }

    @Test
    void whatGoesOverTheWireIsAValue() {
        check(classes()
                .that()
                .resideInAPackage("stt.web..")
                .and()
                .haveNameMatching(".+\\w+Json")
                .and()
                .doNotHaveSimpleName("Json")
                .should()
                .beRecords()
                .because("entities never leave the EJBs: the web module maps them to records"));
    }

    @Test
    void onlyTerminalProgramsPrint() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("stt.server..", "stt.models.cli..", "stt.backup.cli..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("what a server has to say goes to its log"));
    }

    @Test
    void thereIsOneWayToLog() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("stt.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .because("System.Logger is the JDK's own, and every container takes it up"));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        check(classes().should(new PackageIsDescribed()).because("package-info.java is the decision log"));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }
}
