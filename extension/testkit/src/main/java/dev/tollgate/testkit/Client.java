package dev.tollgate.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sends a token request (RFC 6749 §2.3). */
record Client(@Nullable String id, @Nullable String secret, boolean basic, boolean signed) {

    static Client of(Recorded request, Form form, Policy policy, Instant now) throws Refused {
        Optional<ClientAssertion> assertion = ClientAssertion.of(form);
        if (assertion.isPresent()) {
            String host = request.header("Host").orElse("");
            return new Client(assertion.get().verified(policy, host, now), null, false, true);
        }
        Optional<String> basic = request.credentials("Basic");
        if (basic.isEmpty()) {
            String id = form.get("client_id");
            return new Client(id, form.get("client_secret"), false, isCertified(id, request, policy));
        }
        if (form.get("client_secret") != null) {
            throw Refused.invalidRequest("more than one method of client authentication");
        }
        return ofBasic(basic.get());
    }

    /** RFC 8705 §2.2: by the certificate itself. */
    private static boolean isCertified(@Nullable String id, Recorded request, Policy policy) {
        String certificate = request.certificate();
        return id != null && certificate != null && certificate.equals(policy.certificates.get(id));
    }

    private static Client ofBasic(String credentials) throws Refused {
        try {
            String[] pair = new String(Base64.getDecoder().decode(credentials), UTF_8).split(":", 2);
            return new Client(Form.unescape(pair[0]), pair.length < 2 ? null : Form.unescape(pair[1]), true, false);
        } catch (IllegalArgumentException malformed) {
            throw new Client(null, null, true, false).invalid();
        }
    }

    /** Checks the secret, or what the client has signed or shown instead, if any client is registered. */
    void authenticate(Policy policy) throws Refused {
        boolean open = policy.clients.isEmpty() && policy.clientKeys.isEmpty() && policy.certificates.isEmpty();
        boolean known = id != null && secret != null && secret.equals(policy.clients.get(id));
        if (!open && !known && !signed) {
            throw invalid();
        }
    }

    /** The name of a client that has a secret, as the client credentials grant needs one. */
    String confidentialId() throws Refused {
        if (id == null || (secret == null && !signed)) {
            throw invalid();
        }
        return id;
    }

    /** Whether it can not show who it is. */
    boolean isPublic() {
        return secret == null && !signed;
    }

    private Refused invalid() {
        Refused refused = Refused.because(401, "invalid_client", "client authentication failed");
        return basic ? new Refused(refused.reply().header("WWW-Authenticate", "Basic realm=\"token\"")) : refused;
    }
}
