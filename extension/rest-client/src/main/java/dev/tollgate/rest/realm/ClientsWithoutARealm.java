package dev.tollgate.rest.realm;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.role.Roles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds client interfaces whose marks say that their calls get, refresh or end tokens, and that are in no realm. */
record ClientsWithoutARealm(Problems problems) {

    private static final Set<Role> OF_TOKENS = EnumSet.of(Role.LOGIN, Role.REFRESH_TOKEN, Role.LOGOUT);

    /** @param members those that are in one, be it switched off */
    void check(Collection<Class<?>> clients, Set<Class<?>> members) {
        clients.stream().filter(client -> !members.contains(client)).forEach(this::check);
    }

    private void check(Class<?> client) {
        Roles marks = new Roles(client, (type, method) -> Optional.empty());
        Arrays.stream(client.getMethods())
                .filter(method ->
                        roleOf(method, marks).filter(OF_TOKENS::contains).isPresent())
                .map(Method::getName)
                .sorted()
                .findFirst()
                .ifPresent(method -> problems.add(client.getName() + "." + method
                        + " has a role, but its client interface is in no realm: put @TokenRealm on it, or its name into"
                        + " tollgate.<realm>.clients"));
    }

    private static Optional<Role> roleOf(Method method, Roles marks) {
        try {
            return marks.of(method);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it has more than one
        }
    }
}
