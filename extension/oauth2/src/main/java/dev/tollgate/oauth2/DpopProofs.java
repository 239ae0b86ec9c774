package dev.tollgate.oauth2;

import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.util.Optional;

/** Proofs for resource servers (RFC 9449 §7), whose nonces are others than those of the authorization server (§9). */
final class DpopProofs implements ProofOfPossession {

    private final Nonces nonces = new Nonces();

    @Override
    public Optional<String> of(TokenSet tokens, String method, URI target, Optional<String> nonce) {
        return DpopKey.of(tokens)
                .map(key -> key.proof(method, target, tokens.accessToken(), nonce.or(() -> nonces.of(target))))
                .map(proof -> proof.serialize());
    }

    @Override
    public void learn(URI target, String nonce) {
        nonces.learn(target, nonce);
    }
}
