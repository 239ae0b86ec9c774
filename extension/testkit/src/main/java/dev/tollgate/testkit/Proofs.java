package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one of the servers makes of DPoP proofs (RFC 9449): each is checked as §4.3 says, its signature, method, address
 * and time, and that its {@code jti} has not been seen before; where a nonce is asked for, that it is there. Thread-safe.
 */
public final class Proofs {

    private static final String HEADER = "DPoP";
    private static final String NONCE = "DPoP-Nonce";
    private static final long SECONDS_OF_SKEW = 60;

    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final List<String> refusals = new ArrayList<>();
    private boolean required;
    private @Nullable String nonce;
    private @Nullable String next;
    private int noncesAskedFor;

    Proofs() {}

    /** Whether requests for tokens without a proof are refused; a token that is bound to a key always needs one. */
    public synchronized Proofs require(boolean proof) {
        required = proof;
        return this;
    }

    /** From now on a proof must have this nonce, and none that was asked for before; null asks for none. */
    public synchronized Proofs nonce(@Nullable String asked) {
        nonce = asked;
        next = null;
        return this;
    }

    /** From now on each answer brings this nonce, which is as good as the one that is asked for. */
    public synchronized Proofs nextNonce(String announced) {
        next = announced;
        return this;
    }

    /** How many proofs were good. */
    public synchronized int accepted() {
        return ids.size();
    }

    /** The thumbprints (RFC 7638) of the keys that good proofs were made with. */
    public synchronized Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** How often a nonce was asked for. */
    public synchronized int noncesAskedFor() {
        return noncesAskedFor;
    }

    /** Why proofs were not good, but for a nonce that was missing. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    synchronized boolean isRequired() {
        return required;
    }

    /** The thumbprint of the key with which the proof of {@code request} is made; empty if it has none. */
    synchronized Optional<String> keyOf(Recorded request, @Nullable String token) throws NoProof {
        List<String> sent = request.headers().getOrDefault(HEADER, List.of());
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        try {
            check(sent.size() == 1, "there is more than one proof");
            return Optional.of(keyOf(Proof.read(sent.get(0)), request, token));
        } catch (IllegalArgumentException e) {
            refusals.add(String.valueOf(e.getMessage()));
            throw new NoProof("invalid_dpop_proof", String.valueOf(e.getMessage()));
        }
    }

    private String keyOf(Proof proof, Recorded request, @Nullable String token) throws NoProof {
        check(proof.text("htm").filter(request.method()::equals).isPresent(), "htm is not the method");
        String address = "http://" + request.header("Host").orElse("") + request.path();
        check(proof.text("htu").filter(address::equals).isPresent(), "htu is not " + address);
        check(proof.isOfAbout(Instant.now().getEpochSecond(), SECONDS_OF_SKEW), "iat is not about now");
        check(proof.text("ath").equals(Optional.ofNullable(token).map(Proof::hash)), "ath is not that of the token");
        checkNonce(proof.text("nonce").orElse(null));
        String id = proof.text("jti").orElse("");
        check(!id.isEmpty() && ids.add(id), "jti has been used before, or is missing");
        keys.add(proof.thumbprint());
        return proof.thumbprint();
    }

    private void checkNonce(@Nullable String sent) throws NoProof {
        if (nonce != null && !nonce.equals(sent) && (next == null || !next.equals(sent))) {
            noncesAskedFor++;
            throw new NoProof("use_dpop_nonce", "a nonce of this server is asked for");
        }
    }

    /** {@code reply} with a nonce for the proofs to come, if there is one. */
    synchronized Reply announcing(Reply reply) {
        String newest = next == null ? nonce : next;
        boolean asked = reply.body().contains("use_dpop_nonce");
        return newest != null && (asked || next != null) ? reply.header(NONCE, newest) : reply;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The request is refused for its proof. */
    static final class NoProof extends Exception {

        final String error;

        NoProof(String error, String description) {
            super(description, null, false, false);
            this.error = error;
        }
    }
}
