package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The settings and counts of the resource server; a reset replaces them whole. */
final class ResourceState {

    final List<String> rejectedPaths = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    final Map<String, String> audiences = new ConcurrentHashMap<>();
    final Proofs proofs = new Proofs();
    final AtomicInteger served = new AtomicInteger();
    final AtomicInteger rejected = new AtomicInteger();
    volatile Duration latency = Duration.ZERO;
    volatile boolean alwaysReject;
    volatile Function<Recorded, Optional<String>> challenge = ResourceState::defaultChallenge;

    Optional<String> audienceOf(String path) {
        return audiences.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean rejects(String path) {
        return alwaysReject || rejectedPaths.stream().anyMatch(path::startsWith);
    }

    void serve(String prefix, Reply reply) {
        replies.put(prefix, reply);
    }

    /** The one for the longest prefix of {@code path}. */
    Optional<Reply> reply(String path) {
        return replies.keySet().stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(replies::get);
    }

    /** RFC 6750 §3.1: who sent no token is not told of an error. */
    private static Optional<String> defaultChallenge(Recorded request) {
        if (request.credentials("DPoP").isPresent()) {
            return Optional.of("DPoP error=\"invalid_token\", algs=\"ES256\"");
        }
        boolean tokenSent = request.bearerToken().isPresent();
        return Optional.of("Bearer realm=\"api\"" + (tokenSent ? ", error=\"invalid_token\"" : ""));
    }
}
