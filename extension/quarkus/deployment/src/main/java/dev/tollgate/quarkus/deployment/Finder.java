package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.BuiltApplication;
import dev.tollgate.quarkus.wiring.FixedProperties;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Finds what the application has for its realms. */
record Finder(IndexView index, BeanDiscoveryFinishedBuildItem beans, Config config) {

    private static final DotName TOKEN_REALM = DotName.createSimple(TokenRealm.class);
    private static final DotName REST_CLIENT = DotName.createSimple(RestClient.class);
    private static final DotName REGISTERED = DotName.createSimple(RegisterRestClient.class);

    BuiltApplication find() {
        return new BuiltApplication(
                clientsIn(index).stream().map(DotName::toString).sorted().toList(), callbacks(), refreshes(), fixed());
    }

    /** The client interfaces that an annotation tells. */
    static Set<DotName> clientsIn(IndexView index) {
        return Stream.of(TOKEN_REALM, REGISTERED)
                .flatMap(name -> index.getAnnotations(name).stream())
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS
                        && target.asClass().isInterface())
                .map(target -> target.asClass().name())
                .collect(Collectors.toSet());
    }

    private List<BuiltApplication.Callback> callbacks() {
        return beans.beanStream().stream().flatMap(Finder::callbacks).toList();
    }

    private static Stream<BuiltApplication.Callback> callbacks(BeanInfo bean) {
        return Callbacks.names().stream()
                .filter(bean::hasType)
                .map(type -> new BuiltApplication.Callback(
                        type.toString(), realmOf(bean), bean.isAlternative(), nameOf(bean), bean.getIdentifier()));
    }

    private List<BuiltApplication.Refresh> refreshes() {
        return beans.beanStream().classBeans().filter(bean -> !isClient(bean) && !isReplaced(bean)).stream()
                .flatMap(this::refreshes)
                .toList();
    }

    /** What Quarkus generates for a client interface has its annotations. */
    private static boolean isClient(BeanInfo bean) {
        return bean.getQualifiers().stream()
                .anyMatch(qualifier -> qualifier.name().equals(REST_CLIENT));
    }

    /** An alternative (a mock in a test, say) is asked instead of the bean in whose place it is injected. */
    private boolean isReplaced(BeanInfo bean) {
        return !bean.isAlternative()
                && beans.beanStream().stream()
                        .anyMatch(other -> other.isAlternative()
                                && other.hasType(bean.getBeanClass())
                                && bean.getQualifiers().stream().allMatch(qualifier -> isOn(other, qualifier)));
    }

    private static boolean isOn(BeanInfo bean, AnnotationInstance qualifier) {
        return bean.getQualifiers().stream().anyMatch(qualifier::equivalentTo);
    }

    private Stream<BuiltApplication.Refresh> refreshes(BeanInfo bean) {
        return new RefreshMethods(index)
                .of(bean.getTarget().orElseThrow().asClass())
                .map(method -> new BuiltApplication.Refresh(
                        method.declaringClass().name().toString(),
                        method.name(),
                        parametersOf(method),
                        realmOf(bean),
                        bean.getIdentifier()));
    }

    private static List<String> parametersOf(MethodInfo method) {
        return method.parameterTypes().stream()
                .map(type -> type.name().toString())
                .toList();
    }

    private static Optional<String> realmOf(BeanInfo bean) {
        return bean.getTarget()
                .map(target -> target.declaredAnnotation(TOKEN_REALM))
                .map(realm -> realm.value().asString());
    }

    private static String nameOf(BeanInfo bean) {
        return bean.getImplClazz() == null
                ? bean.getBeanClass().toString()
                : bean.getImplClazz().name().toString();
    }

    /** What configuration says of client interfaces and roles is built in. */
    private Map<String, String> fixed() {
        Map<String, String> fixed = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            if (FixedProperties.isFixed(name)) {
                config.getOptionalValue(name, String.class).ifPresent(value -> fixed.put(name, value));
            }
        }
        return fixed;
    }
}
