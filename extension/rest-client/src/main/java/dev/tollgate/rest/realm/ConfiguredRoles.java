package dev.tollgate.rest.realm;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.role.Roles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Roles that configuration gives to client interfaces that can not be edited:
 * {@code tollgate.shop.roles."com.acme.ShopClient/catalog"=guest}. The interface is called by its class name or its config
 * key. Behind the method may stand its parameters, {@code catalog(String,int)}, to mean one of several overloads; without
 * a method, all methods are meant.
 */
final class ConfiguredRoles implements Roles.Configured {

    static final String RULE = "must be one of "
            + Arrays.stream(Role.values()).map(ConfiguredRoles::written).collect(Collectors.joining(", "));

    private final Config config;
    private final String realm;

    ConfiguredRoles(Config config, String realm) {
        this.config = config;
        this.realm = realm;
    }

    @Override
    public Optional<Role> roleOf(Class<?> client, Method method) {
        return namesOf(client, method)
                .flatMap(name -> PropertyText.of(config, property(realm, name), new Problems()).stream())
                .findFirst()
                .flatMap(ConfiguredRoles::parse);
    }

    static String property(String realm, String name) {
        return RealmKey.PREFIX + realm + "." + RealmKey.ROLES + '"' + name + '"';
    }

    static Optional<Role> parse(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> written(role).equalsIgnoreCase(text.trim()))
                .findFirst();
    }

    /** All that may stand in quotes for {@code client}. */
    static Stream<String> namesOf(Class<?> client) {
        return Stream.concat(
                ClientNames.of(client), Arrays.stream(client.getMethods()).flatMap(method -> namesOf(client, method)));
    }

    /** From the most to the least specific. */
    private static Stream<String> namesOf(Class<?> client, Method method) {
        List<String> clients = ClientNames.of(client).toList();
        return Stream.of(
                        "/" + method.getName() + parameters(method, Class::getTypeName),
                        "/" + method.getName() + parameters(method, Class::getSimpleName),
                        "/" + method.getName(),
                        "")
                .flatMap(suffix -> clients.stream().map(name -> name + suffix));
    }

    private static String parameters(Method method, java.util.function.Function<Class<?>, String> name) {
        return Arrays.stream(method.getParameterTypes()).map(name).collect(Collectors.joining(",", "(", ")"));
    }

    private static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
