package dev.tollgate.testkit;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a client signs to show who it is (RFC 7523 §3): with its own key ({@code private_key_jwt}), or with the secret that
 * it shares with the server ({@code client_secret_jwt}). Each is good once.
 */
record ClientAssertion(Jwt jwt) {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static Optional<ClientAssertion> of(Form form) throws Refused {
        String assertion = form.get("client_assertion");
        if (assertion == null) {
            return Optional.empty();
        }
        if (!TYPE.equals(form.get("client_assertion_type"))) {
            throw Refused.invalidRequest("client_assertion_type is not " + TYPE);
        }
        try {
            return Optional.of(new ClientAssertion(Jwt.parse(assertion)));
        } catch (IllegalArgumentException malformed) {
            throw invalid("the assertion is no JSON Web Token");
        }
    }

    /** The client that has signed this, for the server at {@code host}. */
    String verified(Policy policy, String host, Instant now) throws Refused {
        String client = jwt.text("sub").orElseThrow(() -> invalid("the assertion has no sub"));
        check(jwt.text("iss").filter(client::equals).isPresent(), "iss and sub differ");
        check(isSigned(client, policy), "its signature is not that of the client");
        check(jwt.isCurrent(now), "it has expired, or does not say when");
        check(
                jwt.audience().stream().anyMatch(audience -> audience.startsWith("http://" + host)),
                "it is for somebody else");
        String id = jwt.text("jti").orElseThrow(() -> invalid("the assertion has no jti"));
        check(policy.usedAssertions.add(client + " " + id), "it has been used before");
        return client;
    }

    private boolean isSigned(String client, Policy policy) {
        PublicKey key = policy.clientKeys.get(client);
        String secret = policy.clients.get(client);
        return (key != null && jwt.isSignedBy(key)) || (secret != null && jwt.isSignedWith(secret));
    }

    private static void check(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw invalid("the assertion is not accepted: " + otherwise);
        }
    }

    private static Refused invalid(String why) {
        return Refused.because(401, "invalid_client", why);
    }
}
