package dev.tollgate.oauth2;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the access tokens of a realm are for.
 *
 * @param common of client interfaces that say nothing of their own
 * @param ofClients of each client interface of the realm
 */
record Targets(Target common, Map<Class<?>, Target> ofClients) {

    /** All that tokens are needed for; the common one first, if any client goes by it. */
    List<Target> all() {
        Stream<Target> first = ofClients.isEmpty() || ofClients.containsValue(common) ? Stream.of(common) : Stream.of();
        return Stream.concat(first, ofClients.values().stream()).distinct().toList();
    }

    /** The client interfaces that {@code target} is for, as people know them. */
    String clientsOf(Target target) {
        List<String> own = ofClients.entrySet().stream()
                .filter(client -> client.getValue().equals(target))
                .map(client -> client.getKey().getSimpleName())
                .sorted()
                .toList();
        return own.isEmpty() ? "the clients that say nothing of their own" : String.join(", ", own);
    }

    /** The same where tokens are asked for {@code target} only. */
    static Targets only(Target target) {
        return new Targets(target, Map.of());
    }

    Target of(Class<?> client) {
        return Objects.requireNonNullElse(ofClients.get(client), common);
    }
}
