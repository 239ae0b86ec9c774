package dev.tollgate.rest.realm;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.refresh.ParameterBinding;
import dev.tollgate.rest.refresh.RefreshMethod;
import dev.tollgate.rest.refresh.TokenParameters;
import dev.tollgate.rest.role.Role;
import dev.tollgate.rest.role.Roles;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Works out the realms from the client interfaces and the configuration, and finds every mistake in them. */
public final class RealmPlanner implements RealmCatalog {

    private final Config config;
    private final Problems problems;
    private final Map<String, RealmPlan> realms = new TreeMap<>();
    private final Map<Class<?>, String> clients = new HashMap<>();

    private RealmPlanner(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** Plans the realms of an application with the client interfaces {@code known}. Mistakes go to {@code problems}. */
    public static RealmCatalog plan(Collection<Class<?>> known, Config config, Problems problems) {
        RealmPlanner planner = new RealmPlanner(config, problems);
        planner.plan(known);
        return planner;
    }

    @Override
    public Map<String, RealmPlan> realms() {
        return realms;
    }

    @Override
    public Map<Class<?>, String> clients() {
        return clients;
    }

    private void plan(Collection<Class<?>> known) {
        Map<String, RealmSettings> settings = new TreeMap<>();
        names(known).forEach(name -> settings.put(name, new SettingsReader(config, name, problems).read()));
        known.forEach(client -> assign(client, settings.values()));
        settings.values().forEach(realm -> checkThatClientsExist(realm, known));
        settings.values().stream()
                .filter(RealmSettings::enabled)
                .forEach(realm -> realms.put(realm.name(), new RealmPlan(realm, refreshMethod(realm))));
        clients.values().retainAll(realms.keySet());
    }

    private Set<String> names(Collection<Class<?>> known) {
        List<String> annotated = known.stream()
                .flatMap(client -> Optional.ofNullable(client.getAnnotation(TokenRealm.class)).stream())
                .map(TokenRealm::value)
                .toList();
        return new RealmNames(config, problems).read(annotated);
    }

    private void assign(Class<?> client, Collection<RealmSettings> settings) {
        Set<String> of = new TreeSet<>();
        Optional.ofNullable(client.getAnnotation(TokenRealm.class))
                .map(TokenRealm::value)
                .ifPresent(of::add);
        settings.stream()
                .filter(realm -> realm.clients().stream().anyMatch(name -> isCalled(client, name)))
                .forEach(realm -> of.add(realm.name()));
        if (of.size() > 1) {
            problems.add(client.getName() + " is in more than one realm: " + of);
        }
        of.stream().findFirst().ifPresent(name -> clients.put(client, name));
    }

    private void checkThatClientsExist(RealmSettings realm, Collection<Class<?>> known) {
        List<String> names = known.stream().flatMap(RealmPlanner::namesOf).toList();
        realm.clients().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        RealmKey.CLIENTS.of(realm.name()),
                        name,
                        "there is no client interface with this config key or class name" + Nearest.to(name, names)));
    }

    private Optional<RefreshMethod> refreshMethod(RealmSettings realm) {
        List<Class<?>> members = clients.keySet().stream()
                .filter(client -> realm.name().equals(clients.get(client)))
                .toList();
        List<RefreshCandidate> candidates = members.stream()
                .flatMap(client -> methods(client)
                        .filter(method -> role(method, client) == Role.REFRESH)
                        .map(method -> new RefreshCandidate(client, method)))
                .toList();
        if (candidates.size() > 1) {
            problems.add("realm '" + realm.name() + "' has more than one @RefreshToken method: " + candidates);
        }
        return candidates.stream().findFirst().flatMap(candidate -> bind(candidate, realm));
    }

    private Optional<RefreshMethod> bind(RefreshCandidate candidate, RealmSettings realm) {
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

    private Role role(Method method, Class<?> client) {
        try {
            return Roles.of(method, client);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Role.AUTHENTICATED;
        }
    }

    private static Stream<Method> methods(Class<?> client) {
        return Arrays.stream(client.getMethods()).filter(method -> Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class)));
    }

    /** By its name, since MicroProfile Fault Tolerance need not be there. */
    private static boolean isRetried(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getName().equals("org.eclipse.microprofile.faulttolerance.Retry"));
    }

    private static boolean isCalled(Class<?> client, String name) {
        return namesOf(client).anyMatch(name::equals);
    }

    private static Stream<String> namesOf(Class<?> client) {
        RegisterRestClient registered = client.getAnnotation(RegisterRestClient.class);
        return registered == null || registered.configKey().isEmpty()
                ? Stream.of(client.getName())
                : Stream.of(registered.configKey(), client.getName());
    }

    private record RefreshCandidate(Class<?> client, Method method) {
        @Override
        public String toString() {
            return client.getSimpleName() + "." + method.getName();
        }
    }
}
