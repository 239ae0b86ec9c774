package dev.tollgate.rest.realm;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the client interface on which a method is called, and its realm. */
public final class CalledClient {

    private final Supplier<Optional<Realms>> realms;

    /** In the realms of this application. */
    public CalledClient() {
        this(new RealmsLookup()::find);
    }

    CalledClient(Supplier<Optional<Realms>> realms) {
        this.realms = realms;
    }

    /**
     * The client interface on which {@code method} is called.
     *
     * @param told the client interface, where the REST client tells it
     * @return empty if it is in no realm, or in one that is switched off
     */
    public Optional<ClientProfile> of(Method method, Optional<Class<?>> told) {
        return told.isPresent() ? profileOf(told.get()) : profileOf(method);
    }

    /** One that declares {@code method} or inherits it. Whose tokens a call carries is not guessed. */
    private Optional<ClientProfile> profileOf(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        Set<Class<?>> heirs =
                realms.get().map(known -> known.heirsOf(declaring)).orElse(Set.of());
        if (heirs.isEmpty()) {
            return profileOf(declaring);
        }
        List<ClientProfile> waiting = heirs.stream()
                .flatMap(heir -> profileOf(heir).stream())
                .filter(profile -> profile.roleOf(method, CallContext.current()) != Role.GUEST)
                .toList();
        if (!waiting.isEmpty() && heirs.size() > 1) {
            throw ambiguous(method, heirs, waiting.get(0));
        }
        return waiting.stream().findFirst();
    }

    private Optional<ClientProfile> profileOf(Class<?> client) {
        if (realms.get().isEmpty() && client.isAnnotationPresent(TokenRealm.class)) {
            throw new ProcessingException(
                    client.getName() + " is in a realm, but there is no CDI container to keep its tokens");
        }
        return realms.get().flatMap(known -> known.profileOf(client));
    }

    private static ProcessingException ambiguous(Method method, Set<Class<?>> heirs, ClientProfile one) {
        String message = "realm '" + one.realm().name() + "': " + one.describe(method)
                + " was not sent: the REST client does not tell which client interface is called, and "
                + heirs.stream().map(Class::getName).sorted().collect(Collectors.joining(", "))
                + " have the method " + method.getName() + " of "
                + method.getDeclaringClass().getName()
                + ": declare it in each of them";
        return new ProcessingException(message, new TokenFailure.Configuration(message));
    }
}
