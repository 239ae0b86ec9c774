package dev.tollgate.rest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** Holds what the house style says of single classes and packages. */
@AnalyzeClasses(packages = "dev.tollgate", importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTest {

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(ArchCondition.from(describe(
                    "be in a @NullMarked package",
                    type -> type.getPackage().tryGetPackageInfo().isPresent()
                            && type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway looks at nothing else");

    @ArchTest
    static final ArchRule LOG_OF_THE_JDK_IS_NOT_CALLED_DIRECTLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("System.Logger goes wherever the container logs to");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("a library logs");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS_IN_ANY_WAY = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Thread.class)))
                    .or(target(owner(assignableTo(TimeUnit.class))))
                    .and(target(name("sleep"))))
            .because("time comes from GateThreads, which a test can move");

    @ArchTest
    static final ArchRule NOTHING_INTERNAL_CAN_BE_EXTENDED_BUT_WHAT_THE_CONTAINER_PROXIES = classes()
            .that()
            .resideInAPackage("dev.tollgate.rest.*..")
            .and()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotAnnotatedWith(ApplicationScoped.class)
            .and()
            .areNotAssignableTo(Extension.class)
            .and()
            .areNotEnums()
            .and()
            .areNotAnnotatedWith(Interceptor.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("public there means used by another package, not made for subclasses");
}
