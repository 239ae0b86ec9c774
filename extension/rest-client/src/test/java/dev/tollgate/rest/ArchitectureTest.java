package dev.tollgate.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;

@AnalyzeClasses(packages = "dev.tollgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "dev.tollgate.time..", "dev.tollgate.token..", "dev.tollgate.source..", "dev.tollgate.gate.."
    };

    @ArchTest
    static final ArchRule CORE_NEEDS_THE_JDK_ONLY = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..",
                    "dev.tollgate.time..",
                    "dev.tollgate.token..",
                    "dev.tollgate.source..",
                    "dev.tollgate.gate..")
            .because("the gate must work wherever there is a JDK");

    @ArchTest
    static final ArchRule TOKENS_AND_TIME_KNOW_NOBODY = noClasses()
            .that()
            .resideInAnyPackage("dev.tollgate.time..", "dev.tollgate.token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.source..", "dev.tollgate.gate..")
            .because("they are what everybody else speaks of");

    @ArchTest
    static final ArchRule SOURCES_DO_NOT_KNOW_THE_GATE = noClasses()
            .that()
            .resideInAPackage("dev.tollgate.source..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tollgate.gate..")
            .because("who writes a token source needs nothing of the gate");

    @ArchTest
    static final ArchRule ONLY_ITS_REPLAY_KNOWS_RESTEASY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tollgate.rest.resteasy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jboss..")
            .because("everything that differs between runtimes is behind Replay");

    @ArchTest
    static final ArchRule DECISIONS_KNOW_NO_REQUEST_IN_PROGRESS = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.tollgate.rest.challenge..", "dev.tollgate.rest.role..", "dev.tollgate.rest.replay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tollgate.gate..",
                    "dev.tollgate.rest.call..",
                    "dev.tollgate.rest.filter..",
                    "dev.tollgate.rest.realm..",
                    "dev.tollgate.rest.refresh..",
                    "dev.tollgate.rest.wiring..")
            .because("they can be understood, and tested, by themselves");

    @ArchTest
    static final ArchRule FLOW_GOES_ONE_WAY = noClasses()
            .that()
            .resideInAnyPackage("dev.tollgate.rest.refresh..", "dev.tollgate.rest.realm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.rest.call..", "dev.tollgate.rest.filter..", "dev.tollgate.rest.wiring..")
            .because("a request walks from the filter to its realm, not back");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("dev.tollgate.(**)")
            .should()
            .beFreeOfCycles()
            .because("one can not be understood without the other then");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
            .notBeAnnotatedWith(Inject.class)
            .because("not every implementation makes filters by CDI; beans get what they need when they are made");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("time comes from GateThreads, which a test can move");
}
