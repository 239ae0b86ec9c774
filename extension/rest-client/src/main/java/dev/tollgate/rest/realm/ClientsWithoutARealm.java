package dev.tollgate.rest.realm;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.role.Roles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds client interfaces that are in no realm although they look as if they were meant to be: their marks say that their
 * calls get, refresh or end tokens, or they extend an interface in a realm. {@code @TokenRealm} is not inherited.
 */
record ClientsWithoutARealm(Predicate<String> isSwitchedOn, Problems problems) {

    private static final Set<Role> OF_TOKENS = EnumSet.of(Role.LOGIN, Role.REFRESH_TOKEN, Role.LOGOUT);

    /** @param members those that are in one, be it switched off */
    void check(Collection<Class<?>> clients, Set<Class<?>> members) {
        clients.stream().filter(client -> !members.contains(client)).forEach(this::check);
    }

    /** Its {@code client} is in none. */
    void check(Class<?> client) {
        above(client).findFirst().ifPresentOrElse(member -> checkHeir(client, member), () -> checkMarks(client));
    }

    private void checkHeir(Class<?> client, Class<?> member) {
        String realm = member.getAnnotation(TokenRealm.class).value();
        if (isSwitchedOn.test(realm) && !new Marks(client).areThoseOfGuests()) {
            problems.add(client.getName() + " is in no realm, but extends " + member.getName() + ", which is in realm '"
                    + realm + "': put @TokenRealm on it, too, or @Guest if its calls shall carry no token");
        }
    }

    private void checkMarks(Class<?> client) {
        Marks marks = new Marks(client);
        Arrays.stream(client.getMethods())
                .filter(method ->
                        marks.roleOf(method).filter(OF_TOKENS::contains).isPresent())
                .map(Method::getName)
                .sorted()
                .findFirst()
                .ifPresent(method -> problems.add(client.getName() + "." + method
                        + " has a role, but its client interface is in no realm: put @TokenRealm on it, or its name into"
                        + " tollgate.<realm>.clients"));
    }

    /** The interfaces in a realm that {@code client} extends. */
    private static Stream<Class<?>> above(Class<?> client) {
        return Arrays.stream(client.getInterfaces())
                .flatMap(parent -> Stream.concat(
                        parent.isAnnotationPresent(TokenRealm.class) ? Stream.of(parent) : Stream.empty(),
                        above(parent)));
    }

    private record Marks(Class<?> client) {

        Optional<Role> roleOf(Method method) {
            try {
                return new Roles(client, (type, called) -> Optional.empty()).of(method);
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // it has more than one
            }
        }

        boolean areThoseOfGuests() {
            return Arrays.stream(client.getMethods())
                    .allMatch(
                            method -> roleOf(method).filter(Role.GUEST::equals).isPresent());
        }
    }
}
