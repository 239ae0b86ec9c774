package dev.tollgate.rest.call;

import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one call whose token is bound to a key (RFC 9449 §7): a fresh one for each sending of its request, with
 * the nonce that the server asks for, once for each token.
 */
final class CallProofs {

    private static final String DPOP = "DPoP";
    private static final String NONCE = "DPoP-Nonce";

    private final CallSite site;
    private volatile @Nullable ProofOfPossession proofs;
    private volatile @Nullable String brought;
    private volatile boolean tried;

    CallProofs(CallSite site) {
        this.site = site;
    }

    /** Puts a proof on {@code request}, in place of one that was there. */
    void put(TokenSet tokens, ClientRequestContext request) {
        if (DPOP.equalsIgnoreCase(tokens.tokenType())) {
            site.inRealm().proofs().ifPresent(known -> {
                proofs = known;
                put(known, tokens, request);
            });
        }
    }

    private void put(ProofOfPossession known, TokenSet tokens, ClientRequestContext request) {
        try {
            known.of(tokens, request.getMethod(), request.getUri(), Optional.ofNullable(brought))
                    .ifPresent(proof -> request.getHeaders().putSingle(DPOP, proof));
        } catch (TokenFailure e) {
            throw new ProcessingException(
                    "realm '" + site.realm() + "': " + site.describe() + " was not sent: " + e.getMessage(), e);
        }
    }

    /** Keeps the nonce that {@code response} may bring, for this call and all that follow. */
    void learn(ClientRequestContext request, ClientResponseContext response) {
        ProofOfPossession known = proofs;
        if (known == null) {
            return;
        }
        String nonce = response.getHeaderString(NONCE);
        brought = nonce;
        if (nonce != null) {
            known.learn(request.getUri(), nonce);
        }
    }

    /** Whether there is a nonce to try that this token has not been sent with. */
    boolean mayBeTriedAgain() {
        return proofs != null && brought != null && !tried;
    }

    /** The token is sent once more, with the nonce that was asked for. */
    void tryAgain() {
        tried = true;
    }

    /** Another token is sent, which may have a nonce of its own. */
    void startAnew() {
        tried = false;
    }
}
