package dev.tollgate.source;

import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.util.Optional;

/**
 * Proves, with each request that carries an access token, that its sender holds the key which the token is bound to (DPoP,
 * RFC 9449). Safe for use by many threads; waits for nobody, since it is asked on the thread that sends the request.
 */
public interface ProofOfPossession {

    /**
     * The proof for one sending of a request: the value of its header {@code DPoP}, another one each time.
     *
     * @param tokens the tokens whose access token the request carries
     * @param method the HTTP method
     * @param target where the request goes
     * @param nonce what the server has just asked for; if empty, what is known of this server goes into the proof
     * @return empty if the access token is bound to no key
     * @throws TokenFailure.Configuration if the key can not be used
     */
    Optional<String> of(TokenSet tokens, String method, URI target, Optional<String> nonce);

    /** An answer of the server at {@code target} has brought a nonce for the proofs to come (RFC 9449 §8.2, §9). */
    void learn(URI target, String nonce);
}
