package dev.tollgate.rest.realm;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.realm.Discovered.BeanMethod;
import dev.tollgate.rest.refresh.ParameterBinding;
import dev.tollgate.rest.refresh.RefreshBean;
import dev.tollgate.rest.refresh.RefreshMethod;
import dev.tollgate.rest.refresh.TokenParameters;
import dev.tollgate.rest.role.Roles;
import dev.tollgate.source.TokenSource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Finds out how the tokens of a realm are refreshed: by a method of one of its clients, or of a bean. */
final class RefreshPlanner {

    private final Collection<BeanMethod> beanMethods;
    private final Problems problems;

    RefreshPlanner(Collection<BeanMethod> beanMethods, Problems problems) {
        this.beanMethods = beanMethods;
        this.problems = problems;
    }

    /** A bean need not say which realm it is for where there is only one. */
    void checkThatRealmsExist(Set<String> realms) {
        for (BeanMethod method : beanMethods) {
            if (method.realm().isEmpty() && realms.size() != 1) {
                problems.add(
                        method + " is a @RefreshToken method, but of which realm? Put @TokenRealm on its class; the"
                                + " realms are " + realms);
            }
            method.realm()
                    .filter(name -> !realms.contains(name))
                    .ifPresent(name -> problems.add(method + " is for the realm '" + name
                            + "', which no client interface is in and no property names" + Nearest.to(name, realms)));
        }
    }

    Optional<RefreshBean> beanOf(String realm, Map<Class<?>, CallbackBean> callbacks) {
        List<BeanMethod> candidates = beanMethods.stream()
                .filter(method -> method.realm().orElse(realm).equals(realm))
                .toList();
        if (candidates.size() > 1) {
            problems.add("realm '" + realm + "' has more than one @RefreshToken method on beans: " + candidates);
        }
        CallbackBean source = callbacks.get(TokenSource.class);
        if (!candidates.isEmpty() && source != null) {
            problems.add("realm '" + realm + "' has both a TokenSource bean, " + source.name()
                    + ", and a @RefreshToken method on a bean, " + candidates.get(0) + ": one of them is enough");
        }
        return candidates.stream()
                .findFirst()
                .flatMap(method -> RefreshBean.of(
                        method.method(), new LateBean<>(Object.class, method.bean())::get, problems::add));
    }

    Optional<RefreshMethod> methodOf(
            RealmSettings realm, Collection<Class<?>> members, Function<Class<?>, Roles> roles) {
        List<Candidate> candidates = members.stream()
                .flatMap(client -> methods(client)
                        .filter(method -> role(method, roles.apply(client)) == Role.REFRESH_TOKEN)
                        .map(method -> new Candidate(client, method)))
                .toList();
        if (candidates.size() > 1) {
            problems.add("realm '" + realm.name() + "' has more than one @RefreshToken method: " + candidates);
        }
        return candidates.stream().findFirst().flatMap(candidate -> bind(candidate, realm));
    }

    private Optional<RefreshMethod> bind(Candidate candidate, RealmSettings realm) {
        Class<?> client = candidate.client();
        if (!client.isAnnotationPresent(RegisterRestClient.class)) {
            problems.add("realm '" + realm.name() + "': the gate calls " + candidate + " on the injected client, but "
                    + client.getName() + " is no bean: annotate it with @RegisterRestClient");
        }
        if (isRetried(candidate.method()) || isRetried(client)) {
            problems.add(candidate + ": @Retry must not be on a @RefreshToken method, a refresh token may be used once"
                    + " only; the gate itself tries again where it may");
        }
        RealmSettings.ClientCredentials credentials = realm.credentials();
        TokenParameters values = new TokenParameters(
                credentials.clientId(),
                credentials.clientSecret(),
                credentials.scope(),
                key -> problems.add(
                        RealmKey.PREFIX + realm.name() + "." + key + ": is missing, " + candidate + " asks for it"));
        return new ParameterBinding(values, problems::add).bind(client, candidate.method());
    }

    private Role role(Method method, Roles roles) {
        try {
            return roles.of(method).orElse(Role.AUTHENTICATED);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Role.AUTHENTICATED;
        }
    }

    private static Stream<Method> methods(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> !method.isBridge())
                .filter(SubResources::isHttpCall);
    }

    /** By its name, since MicroProfile Fault Tolerance need not be there. */
    private static boolean isRetried(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getName().equals("org.eclipse.microprofile.faulttolerance.Retry"));
    }

    private record Candidate(Class<?> client, Method method) {
        @Override
        public String toString() {
            return client.getSimpleName() + "." + method.getName();
        }
    }
}
