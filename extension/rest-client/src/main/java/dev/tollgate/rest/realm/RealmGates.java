package dev.tollgate.rest.realm;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    private volatile boolean ending;

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
        return source.sourceFor(client).map(this::apart).orElse(shared);
    }

    private TokenGates apart(TokenSource own) {
        TokenGates gates = apart.computeIfAbsent(own, made);
        if (ending) {
            gates.close(); // those that were made meanwhile may have been missed
        }
        return gates;
    }

    /**
     * The application is about to end: no flight departs any more, those that have been sent may land.
     *
     * @return ends when no request is under way any more
     */
    CompletionStage<?> windDown() {
        ending = true;
        return CompletableFuture.allOf(gates().map(TokenGates::windDown)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new));
    }

    /** Closes all gates. */
    void close() {
        ending = true;
        gates().forEach(TokenGates::close);
    }

    private Stream<TokenGates> gates() {
        return Stream.concat(Stream.of(shared), apart.values().stream());
    }

    /** All that there are at the moment. */
    Stream<TokenGate> all() {
        return gates().flatMap(gates -> gates.all().stream());
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
