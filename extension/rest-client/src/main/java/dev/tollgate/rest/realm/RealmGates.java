package dev.tollgate.rest.realm;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The gates of one realm: those that its clients share, and those of clients whose tokens are had for themselves. Safe for
 * use by many threads.
 */
final class RealmGates {

    private final String realm;
    private final TokenSource source;
    private final Set<Class<?>> clients;
    private final Function<TokenSource, TokenGates> made;
    private final TokenGates shared;
    private final Map<TokenSource, TokenGates> apart = new ConcurrentHashMap<>();
    private final Map<Class<?>, TokenGates> byClient = new ConcurrentHashMap<>();

    /**
     * @param clients those that are known at start-up
     * @param made makes the gates of one source
     */
    RealmGates(String realm, TokenSource source, Set<Class<?>> clients, Function<TokenSource, TokenGates> made) {
        this.realm = realm;
        this.source = source;
        this.clients = clients;
        this.made = made;
        this.shared = made.apply(source);
    }

    TokenGates shared() {
        return shared;
    }

    TokenGates of(Class<?> client) {
        TokenGates known = byClient.get(client);
        return known != null ? known : byClient.computeIfAbsent(client, this::found);
    }

    private TokenGates found(Class<?> client) {
        return source.sourceFor(client)
                .map(own -> apart.computeIfAbsent(own, made))
                .orElse(shared);
    }

    /** All that there are at the moment. */
    Stream<TokenGate> all() {
        return Stream.concat(Stream.of(shared), apart.values().stream()).flatMap(gates -> gates.all().stream());
    }

    /** Those of {@code session} that not all clients share, as far as there are any yet. */
    Stream<TokenGate> apart(SessionKey session) {
        return apart.values().stream().map(gates -> gates.find(session)).flatMap(Optional::stream);
    }

    /** @throws IllegalStateException if there are clients that these tokens could not serve */
    void signIn(SessionKey session, TokenSet tokens) {
        Optional<Class<?>> other = clients.stream()
                .filter(client -> source.sourceFor(client).isPresent())
                .findFirst();
        if (other.isPresent()) {
            throw new IllegalStateException("realm '" + realm + "': nobody can sign in, since tokens of "
                    + other.get().getSimpleName() + " are acquired for it alone; with grant=refresh_token one refresh"
                    + " token brings those of all clients");
        }
        shared.signIn(session, tokens);
    }
}
