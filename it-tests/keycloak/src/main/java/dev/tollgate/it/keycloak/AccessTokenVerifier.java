package dev.tollgate.it.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/** Validates a token as a strict resource server does: signature, issuer, and expiry without any leeway. */
final class AccessTokenVerifier {

    private static final int KEYS_TIMEOUT_MILLIS = 5_000;
    private static final Set<String> REQUIRED = Set.of("exp", "jti", "preferred_username");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokenVerifier(String issuer, URI certs) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(certs)));
        processor.setJWTClaimsSetVerifier(claimsOf(issuer));
    }

    /** A valid token: what it claims, and the id of the key that has signed it. */
    record Verified(JWTClaimsSet claims, String key) {}

    /** Empty if it is not valid. */
    Optional<Verified> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return Optional.of(
                    new Verified(processor.process(jwt, null), jwt.getHeader().getKeyID()));
        } catch (ParseException | BadJOSEException invalid) {
            return Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException("the keys of the issuer cannot be had", e);
        }
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claimsOf(String issuer) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer).build();
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(exact, REQUIRED);
        claims.setMaxClockSkew(0);
        return claims;
    }

    /** Nimbus waits half a second by default, which a Keycloak that has just started may need. */
    private static JWKSource<SecurityContext> keys(URI certs) {
        try {
            DefaultResourceRetriever retriever = new DefaultResourceRetriever(KEYS_TIMEOUT_MILLIS, KEYS_TIMEOUT_MILLIS);
            return JWKSourceBuilder.create(certs.toURL(), retriever)
                    .cache(true)
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
