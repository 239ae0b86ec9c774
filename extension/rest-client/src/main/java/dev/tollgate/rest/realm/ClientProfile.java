package dev.tollgate.rest.realm;

import dev.tollgate.gate.CallKind;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.role.Roles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A client interface in its realm. Safe for use by many threads. */
public final class ClientProfile {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.rest");

    private final ActiveRealm realm;
    private final Class<?> client;
    private final Roles marks;
    private final Map<Method, Optional<Role>> roles = new ConcurrentHashMap<>();
    private final Map<Method, CallKind> kinds = new ConcurrentHashMap<>();
    private final Map<Method, Boolean> waiting = new ConcurrentHashMap<>();
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();

    ClientProfile(ActiveRealm realm, Class<?> client, Roles marks) {
        this.realm = realm;
        this.client = client;
        this.marks = marks;
    }

    /** Its realm. */
    public ActiveRealm realm() {
        return realm;
    }

    /** Whether callers of {@code method} do nothing else until it has been answered. */
    public boolean callerWaits(Method method) {
        Boolean known = waiting.get(method);
        return known != null ? known : waiting.computeIfAbsent(method, WaitingCaller::of);
    }

    /** By what the gate knows the calls of {@code method}. */
    public CallKind kindOf(Method method) {
        CallKind known = kinds.get(method);
        return known != null ? known : kinds.computeIfAbsent(method, this::kind);
    }

    private CallKind kind(Method method) {
        return CallKind.of(client.getName() + "." + method.getName() + Arrays.toString(method.getParameterTypes()));
    }

    /** The client interface. */
    public Class<?> client() {
        return client;
    }

    /** The role of a call of {@code method} that is made in {@code context}. */
    public Role roleOf(Method method, CallContext context) {
        return context.role()
                .or(() -> roles.computeIfAbsent(method, marks::of))
                .orElse(context.isGuest() ? Role.GUEST : Role.AUTHENTICATED);
    }

    /** {@code ShopClient.orders}. */
    public String describe(Method method) {
        return client.getSimpleName() + "." + method.getName();
    }

    /** Logs a warning about {@code method}, once for each method and {@code warning}. */
    public void warnOnce(Method method, String warning) {
        if (warnings.add(method + warning)) {
            LOG.log(System.Logger.Level.WARNING, describe(method) + ": " + warning);
        }
    }
}
