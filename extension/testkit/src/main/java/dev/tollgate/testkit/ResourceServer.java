package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Echoes requests as JSON: {@code /api/**} and {@code /user} to who presents an accepted access token,
 * {@code /public/**} to everyone. The query chooses another answer than the echo: {@code ?status=204} another status,
 * {@code ?answer=} {@code null}, {@code 0}, {@code empty} or {@code false} another body. Thread-safe.
 */
public final class ResourceServer {

    private final AuthorizationServer tokens;
    private volatile ResourceState state = new ResourceState();

    ResourceServer(AuthorizationServer tokens) {
        this.tokens = tokens;
    }

    /** Refuses tokens that are for others than {@code audience} on paths that start with {@code prefix}. */
    public ResourceServer audience(String prefix, String audience) {
        state.audiences.put(prefix, audience);
        return this;
    }

    /** How long each request takes, in real time. */
    public ResourceServer latency(Duration latency) {
        state.latency = latency;
        return this;
    }

    /** Whether every token is refused. */
    public ResourceServer alwaysReject(boolean reject) {
        state.alwaysReject = reject;
        return this;
    }

    /** Refuses every token on paths that start with {@code prefix}. */
    public ResourceServer rejectPath(String prefix) {
        state.rejectedPaths.add(prefix);
        return this;
    }

    /** Takes back {@link #rejectPath} of exactly this prefix. */
    public ResourceServer acceptPath(String prefix) {
        state.rejectedPaths.remove(prefix);
        return this;
    }

    /** What {@code WWW-Authenticate} says from now on when a request is refused; null leaves the header out. */
    public ResourceServer challenge(@Nullable String challenge) {
        state.challenge = request -> Optional.ofNullable(challenge);
        return this;
    }

    /** What requests get that are let in and whose path starts with {@code prefix}, instead of the echo. */
    public ResourceServer serve(String prefix, Reply reply) {
        state.serve(prefix, reply);
        return this;
    }

    /** What becomes of the proofs that come with tokens which are bound to a key. */
    public Proofs proofs() {
        return state.proofs;
    }

    /** How many requests to protected paths were let in. */
    public int served() {
        return state.served.get();
    }

    /** How many requests to protected paths were refused. */
    public int rejected() {
        return state.rejected.get();
    }

    static boolean serves(String path) {
        return isProtected(path) || isUnder("/public", path);
    }

    Duration latencyOf(Recorded request) {
        return serves(request.path()) ? state.latency : Duration.ZERO;
    }

    Reply answer(Recorded request) {
        if (!isProtected(request.path())) {
            return state.reply(request.path()).orElseGet(() -> Echo.of(request, null, -1));
        }
        ResourceState now = state;
        return now.proofs.announcing(answer(now, request));
    }

    private Reply answer(ResourceState now, Recorded request) {
        try {
            Access access = now.rejects(request.path()) ? null : access(now, request);
            if (access != null) {
                now.served.incrementAndGet();
                return now.reply(request.path())
                        .orElseGet(() -> Echo.of(request, access.family().user, access.generation()));
            }
            now.rejected.incrementAndGet();
            return refusal(now, request);
        } catch (Proofs.NoProof e) {
            now.rejected.incrementAndGet();
            return Replies.error(401, e.error)
                    .header("WWW-Authenticate", "DPoP error=\"" + e.error + "\", algs=\"ES256\"");
        }
    }

    /** A token that is bound to a key comes with a proof of that key, and with no other scheme (RFC 9449 §7.1). */
    private @Nullable Access access(ResourceState now, Recorded request) throws Proofs.NoProof {
        Optional<String> bound = request.credentials("DPoP");
        Optional<String> key = bound.isPresent() ? Optional.of(keyOf(now, request, bound.get())) : Optional.empty();
        return bound.or(request::bearerToken)
                .flatMap(token -> tokens.realm().families().accepted(token))
                .filter(access -> key.equals(access.key()))
                .filter(access -> access.terms().holdFor(request.certificate()))
                .filter(access -> now.audienceOf(request.path())
                        .filter(name -> !access.isFor(name))
                        .isEmpty())
                .orElse(null);
    }

    private static String keyOf(ResourceState now, Recorded request, String token) throws Proofs.NoProof {
        return now.proofs
                .keyOf(request, token)
                .orElseThrow(() -> new Proofs.NoProof("invalid_dpop_proof", "a proof is missing"));
    }

    private static Reply refusal(ResourceState state, Recorded request) {
        Reply refusal = Replies.error(401, "invalid_token");
        return state.challenge
                .apply(request)
                .map(challenge -> refusal.header("WWW-Authenticate", challenge))
                .orElse(refusal);
    }

    private static boolean isProtected(String path) {
        return isUnder("/api", path) || path.equals("/user");
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    void reset() {
        state = new ResourceState();
    }
}
