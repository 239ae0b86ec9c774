package dev.tollgate.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The settings and counts of the resource server; a reset replaces them whole. */
final class ResourceState {

    final List<String> rejectedPaths = new CopyOnWriteArrayList<>();
    final AtomicInteger served = new AtomicInteger();
    final AtomicInteger rejected = new AtomicInteger();
    volatile Duration latency = Duration.ZERO;
    volatile boolean alwaysReject;
    volatile Function<Recorded, Optional<String>> challenge = ResourceState::defaultChallenge;

    boolean rejects(String path) {
        return alwaysReject || rejectedPaths.stream().anyMatch(path::startsWith);
    }

    /** RFC 6750 §3.1: who sent no token is not told of an error. */
    private static Optional<String> defaultChallenge(Recorded request) {
        boolean tokenSent = request.bearerToken().isPresent();
        return Optional.of("Bearer realm=\"api\"" + (tokenSent ? ", error=\"invalid_token\"" : ""));
    }
}
