package dev.tollgate.oauth2;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

/** The key that the tokens of a session are bound to (RFC 9449). It is kept where they are, and never shown. */
record DpopKey(ECKey jwk) {

    /** The attribute of tokens that has their key: a JSON Web Key (RFC 7517), private part and all. */
    static final String ATTRIBUTE = "dpop_jwk";

    private static final String DPOP = "DPoP";

    static DpopKey generate() {
        try {
            return new DpopKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new TokenFailure.Configuration("dpop=true, but this Java platform can not make a P-256 key", e);
        }
    }

    /**
     * The key of {@code tokens}; empty if they have none.
     *
     * @throws TokenFailure.Configuration if what they have is no private key
     */
    static Optional<DpopKey> of(TokenSet tokens) {
        return Optional.ofNullable(tokens.attributes().get(ATTRIBUTE)).map(DpopKey::read);
    }

    private static DpopKey read(String json) {
        try {
            ECKey key = ECKey.parse(json);
            if (key.isPrivate()) {
                return new DpopKey(key);
            }
        } catch (ParseException | RuntimeException e) {
            // its message may show the key
        }
        throw new TokenFailure.Configuration(
                "the attribute " + ATTRIBUTE + " of the tokens must be a private EC key in JSON (RFC 7517)");
    }

    /**
     * {@code tokens}, with this key.
     *
     * @throws TokenFailure.Configuration if the server has not bound them to it
     */
    TokenSet bind(TokenSet tokens, String call) {
        if (!DPOP.equalsIgnoreCase(tokens.tokenType())) {
            throw TokenFailure.Configuration.unusableAnswer(
                    "dpop=true, but " + call + " was answered with a token of type "
                            + tokens.tokenType() + ", which anybody could use who gets hold of it: the server does not"
                            + " bind tokens to keys, or not for this client (RFC 9449 section 5)",
                    null);
        }
        return tokens.toBuilder().attribute(ATTRIBUTE, jwk.toJSONString()).build();
    }

    /** A proof for a request for tokens. */
    SignedJWT proof(String method, URI target, Optional<String> nonce) {
        try {
            return factory().createDPoPJWT(method, Htu.of(target), nonceOf(nonce));
        } catch (JOSEException e) {
            throw unusable();
        }
    }

    /** A proof for a request that carries {@code accessToken}. */
    SignedJWT proof(String method, URI target, String accessToken, Optional<String> nonce) {
        try {
            return factory().createDPoPJWT(method, Htu.of(target), new DPoPAccessToken(accessToken), nonceOf(nonce));
        } catch (JOSEException e) {
            throw unusable();
        }
    }

    private DefaultDPoPProofFactory factory() throws JOSEException {
        return new DefaultDPoPProofFactory(jwk, ECDSA.resolveAlgorithm(jwk.getCurve()));
    }

    @SuppressWarnings("NullAway") // the SDK takes null for no nonce
    private static Nonce nonceOf(Optional<String> nonce) {
        return nonce.map(Nonce::new).orElse(null);
    }

    /** Without the cause, which may show the key. */
    private static TokenFailure unusable() {
        return new TokenFailure.Configuration("the attribute " + ATTRIBUTE + " of the tokens can not sign proofs");
    }

    @Override
    public String toString() {
        return "DpopKey";
    }
}
