package dev.tollgate.rest.realm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether a message may show the value of a property: of keys that cannot hold a secret, it may; of addresses, where
 * no part of them can be one. What is not known may be a secret.
 */
final class ShownValue {

    static final String NONE = "(not shown)";

    private static final int LONGEST = 200;

    /** Whatever may begin an address: no user part, no query. */
    private static final Pattern ADDRESS = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*://)?" + "(\\[[0-9A-Fa-f:.]*]|[A-Za-z0-9._-]*)(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");

    private static final Set<String> ADDRESSES = Set.of(
            "issuer",
            "metadata-endpoint",
            "client-assertion-audience",
            "token-endpoint",
            "revocation-endpoint",
            "end-session-endpoint",
            "introspection-endpoint",
            "allowed-origins",
            "resource",
            "proxy");

    private static final Set<String> HARMLESS = Stream.concat(
                    EnumSet.complementOf(EnumSet.of(RealmKey.CLIENT_SECRET)).stream()
                            .map(RealmKey::key)
                            .filter(key -> !ADDRESSES.contains(key)),
                    Stream.of(
                            "grant",
                            "probe",
                            "client-authentication",
                            "subject-token-type",
                            "actor-token-type",
                            "introspection",
                            "dpop",
                            "token-lifetime",
                            "revoke",
                            "end-session",
                            "connect-timeout",
                            "read-timeout"))
            .collect(Collectors.toUnmodifiableSet());

    private ShownValue() {}

    /** What a message says that {@code property} is: its value, or that it is not shown. */
    static String of(String property, String value) {
        String key = property.substring(property.lastIndexOf('.') + 1);
        boolean harmless = isRole(property) || HARMLESS.contains(key);
        boolean plain = value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
        boolean address =
                ADDRESSES.contains(key) && Arrays.stream(value.split(",")).allMatch(ShownValue::isAddress);
        boolean shown = plain && (harmless || address) && !isNamed(property);
        return value.isEmpty() || shown ? value : NONE;
    }

    private static boolean isRole(String property) {
        return property.matches("tollgate\\.[^.]+\\.roles\\..+");
    }

    /** Its name is one of the server, its value may be anything. */
    private static boolean isNamed(String property) {
        return property.matches("tollgate\\.[^.]+\\.(parameter|header)\\..+");
    }

    private static boolean isAddress(String value) {
        return ADDRESS.matcher(value.trim()).matches();
    }
}
