package dev.tollgate.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether who shows a token may use it: one that is bound to a key wants a proof of it, made for this request (RFC 9449 §7). */
final class Possession {

    private static final long CLOCK_SKEW_SECONDS = 2;
    private static final long OLDEST_PROOF_SECONDS = 30;

    private final Set<String> proofs = ConcurrentHashMap.newKeySet();
    private final DPoPProtectedResourceRequestVerifier verifier = new DPoPProtectedResourceRequestVerifier(
            Set.of(JWSAlgorithm.ES256), CLOCK_SKEW_SECONDS, OLDEST_PROOF_SECONDS, this::useOnce);

    /** @param claims of the token that {@code request} shows */
    boolean isProven(Presented request, JWTClaimsSet claims) {
        JWKThumbprintConfirmation key = JWKThumbprintConfirmation.parse(claims);
        return key == null ? request.scheme().equals("Bearer") : isProven(request, key);
    }

    private boolean isProven(Presented request, JWKThumbprintConfirmation key) {
        if (!request.scheme().equals("DPoP") || request.proofs().size() != 1) {
            return false;
        }
        try {
            verifier.verify(
                    request.method(),
                    request.target(),
                    new DPoPIssuer(key.getValue().toString()),
                    SignedJWT.parse(request.proofs().get(0)),
                    new DPoPAccessToken(request.token()),
                    key,
                    noNonce());
            return true;
        } catch (ParseException | InvalidDPoPProofException | AccessTokenValidationException unproven) {
            return false;
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java platform can not verify ES256", e);
        }
    }

    /** The thumbprint of the key to which a token is bound. */
    static Optional<String> keyOf(JWTClaimsSet claims) {
        return Optional.ofNullable(JWKThumbprintConfirmation.parse(claims))
                .map(key -> key.getValue().toString());
    }

    private void useOnce(DPoPProofUse proof) throws AlreadyUsedException {
        if (!proofs.add(proof.getIssuer() + " " + proof.getJWTID())) {
            throw new AlreadyUsedException("a proof is good for one request");
        }
    }

    /** The SDK takes null for none. */
    @SuppressWarnings("NullAway")
    private static Nonce noNonce() {
        return null;
    }
}
