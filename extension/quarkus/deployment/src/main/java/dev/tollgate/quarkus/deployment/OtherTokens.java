package dev.tollgate.quarkus.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.annotation.RegisterProviders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of quarkus-oidc-client, or of its token propagation, puts a token on a client interface as well. All by name,
 * since neither need be there.
 */
record OtherTokens(IndexView index, Config config) {

    private static final String OIDC = "io.quarkus.oidc.";
    private static final Pattern FOR_ALL_CLIENTS = Pattern.compile("quarkus\\.[a-z-]*oidc[a-z-]*\\.register-filter");

    private static final List<DotName> MARKS = List.of(
            DotName.createSimple("io.quarkus.oidc.client.filter.OidcClientFilter"),
            DotName.createSimple("io.quarkus.oidc.token.propagation.common.AccessToken"),
            DotName.createSimple("io.quarkus.oidc.token.propagation.AccessToken"),
            DotName.createSimple("io.quarkus.oidc.token.propagation.JsonWebToken"));
    private static final DotName PROVIDER = DotName.createSimple(RegisterProvider.class);
    private static final DotName PROVIDERS = DotName.createSimple(RegisterProviders.class);
    private static final DotName REST_CLIENT = DotName.createSimple(RegisterRestClient.class);

    /** As it is written on the interface {@code client} or in the configuration; empty if there is nothing. */
    Optional<String> on(String client) {
        return Stream.of(
                        Optional.ofNullable(index.getClassByName(client)).stream()
                                .flatMap(this::writtenOn),
                        configuredFor(client),
                        forAllClients())
                .flatMap(found -> found)
                .findFirst();
    }

    private Stream<String> writtenOn(ClassInfo client) {
        Stream<String> marks =
                MARKS.stream().filter(client::hasDeclaredAnnotation).map(OtherTokens::written);
        return Stream.of(
                        marks,
                        writtenOnMethodsOf(client),
                        registeredOn(client)
                                .filter(this::isOfOidc)
                                .map(filter -> "@RegisterProvider(" + filter.withoutPackagePrefix() + ".class)"))
                .flatMap(found -> found);
    }

    private static Stream<String> writtenOnMethodsOf(ClassInfo client) {
        return client.methods().stream().flatMap(method -> MARKS.stream()
                .filter(method::hasDeclaredAnnotation)
                .map(mark -> written(mark) + " on " + method.name() + "()"));
    }

    private static String written(DotName mark) {
        return "@" + mark.withoutPackagePrefix();
    }

    private static Stream<DotName> registeredOn(ClassInfo client) {
        return client.declaredAnnotations().stream()
                .flatMap(annotation -> annotation.name().equals(PROVIDERS)
                        ? Arrays.stream(annotation.value().asNestedArray())
                        : Stream.of(annotation))
                .filter(annotation -> annotation.name().equals(PROVIDER))
                .map(annotation -> annotation.value().asClass().name());
    }

    /** An application may extend their filters. */
    private boolean isOfOidc(@Nullable DotName filter) {
        if (filter == null) {
            return false;
        }
        ClassInfo known = index.getClassByName(filter);
        return filter.toString().startsWith(OIDC) || (known != null && isOfOidc(known.superName()));
    }

    private Stream<String> configuredFor(String client) {
        return Stream.concat(
                        namesOf(client)
                                .flatMap(key -> Stream.of(
                                        "quarkus.rest-client.\"" + key + "\".providers",
                                        "quarkus.rest-client." + key + ".providers",
                                        key + "/mp-rest/providers")),
                        Stream.of("quarkus.rest-client.providers"))
                .flatMap(property -> config
                        .getOptionalValue(property, String.class)
                        .filter(value -> Arrays.stream(value.split(","))
                                .anyMatch(name -> isOfOidc(DotName.createSimple(name.trim()))))
                        .map(value -> property + "=" + value)
                        .stream());
    }

    /** What configuration may call {@code client}. */
    private Stream<String> namesOf(String client) {
        return Stream.of(
                        Stream.of(client),
                        Optional.ofNullable(index.getClassByName(client)).map(ClassInfo::simpleName).stream(),
                        configKeyOf(client).stream())
                .flatMap(names -> names);
    }

    private Optional<String> configKeyOf(String client) {
        return Optional.ofNullable(index.getClassByName(client))
                .map(type -> type.declaredAnnotation(REST_CLIENT))
                .map((AnnotationInstance annotation) -> annotation.value("configKey"))
                .map(AnnotationValue::asString);
    }

    private Stream<String> forAllClients() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> FOR_ALL_CLIENTS.matcher(name).matches())
                .filter(name -> config.getOptionalValue(name, Boolean.class).orElse(false))
                .map(name -> name + "=true");
    }
}
