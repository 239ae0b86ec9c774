package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the authorization server answers. */
record TokenEndpoints(Realm realm, TimeSource time) {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String FORM = "application/x-www-form-urlencoded";

    static boolean isRefresh(Recorded request) {
        try {
            return request.path().equals("/token")
                    && "refresh_token".equals(Form.decode(request.body()).get("grant_type"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    Reply answer(Recorded request) {
        if (!request.method().equals("POST")) {
            return Replies.error(405, "method_not_allowed").header("Allow", "POST");
        }
        try {
            return switch (request.path()) {
                case "/token" -> realm.proofs().announcing(token(request));
                case "/login" -> login(request);
                case "/logout" -> logout(request);
                case "/introspect" -> introspect(request);
                default -> revoke(request);
            };
        } catch (Refused refused) {
            return realm.proofs().announcing(refused.reply());
        }
    }

    private Reply token(Recorded request) throws Refused {
        Form form = form(request);
        Client client = client(request, form);
        Terms terms = new Terms(keyOf(request), audiencesOf(form), request.certificate());
        boolean late = realm.policy().refuseAfterRotation && "refresh_token".equals(form.get("grant_type"));
        if (!late) {
            checkTarget(form, terms);
        }
        Grant grant = grant(form, client, terms);
        if (late) {
            checkTarget(form, terms);
        }
        return tokens(grant, form.get("scope"), terms.key());
    }

    private Client client(Recorded request, Form form) throws Refused {
        Client client = Client.of(request, form, realm.policy(), time.now());
        client.authenticate(realm.policy());
        return client;
    }

    /** What the tokens are to be bound to (RFC 9449 §5), if anything. */
    private @Nullable String keyOf(Recorded request) throws Refused {
        try {
            String key = realm.proofs().keyOf(request, null).orElse(null);
            if (key == null && realm.proofs().isRequired()) {
                throw Refused.because(400, "invalid_dpop_proof", "a proof is missing");
            }
            return key;
        } catch (Proofs.NoProof e) {
            throw Refused.because(400, e.error, String.valueOf(e.getMessage()));
        }
    }

    /** RFC 8707 §2, and what servers had before it. */
    private static Set<String> audiencesOf(Form form) {
        Set<String> audiences = new LinkedHashSet<>(form.values().getOrDefault("audience", List.of()));
        audiences.addAll(form.values().getOrDefault("resource", List.of()));
        return audiences;
    }

    private void checkTarget(Form form, Terms terms) throws Refused {
        if (terms.audiences().stream().anyMatch(realm.policy().refusedAudiences::contains)) {
            throw Refused.because(400, "invalid_target", "no tokens are issued for one of " + terms.audiences());
        }
        String scope = form.get("scope");
        if (scope != null && Stream.of(scope.split(" ")).anyMatch(realm.policy().refusedScopes::contains)) {
            throw Refused.because(400, "invalid_scope", "no tokens are issued for " + scope);
        }
    }

    private Grant grant(Form form, Client client, Terms terms) throws Refused {
        String type = required(form, "grant_type");
        return switch (type) {
            case "password" ->
                password(required(form, "username"), required(form, "password"), terms, client.isPublic());
            case "refresh_token" -> refresh(required(form, "refresh_token"), terms);
            case "client_credentials" -> clientCredentials(client.confidentialId(), terms);
            case JWT_BEARER -> assertion(required(form, "assertion"), terms);
            case TOKEN_EXCHANGE -> exchange(form, terms);
            default -> throw Refused.because(400, "unsupported_grant_type", type);
        };
    }

    private Grant password(String user, String password, Terms terms, boolean isPublic) throws Refused {
        if (!password.equals(realm.policy().users.get(user))) {
            throw Refused.invalidGrant("unknown user or wrong password");
        }
        realm.tally().loggedIn();
        return realm.families().found(user, realm.policy().issueRefreshToken, terms, isPublic);
    }

    private Grant refresh(String refreshToken, Terms terms) throws Refused {
        return realm.families()
                .refresh(refreshToken, terms)
                .orElseThrow(() -> Refused.invalidGrant("the refresh token is unknown, used or revoked"));
    }

    private Grant clientCredentials(String client, Terms terms) {
        realm.tally().clientGranted();
        return realm.families().found(client, false, terms, false);
    }

    private Grant assertion(String assertion, Terms terms) throws Refused {
        String user = realm.subjectOf(assertion, time.now())
                .orElseThrow(
                        () -> Refused.invalidGrant("the assertion is not that of a trusted issuer, or has expired"));
        realm.tally().assertionAccepted();
        return realm.families().found(user, false, terms, false);
    }

    /** For whomever the token stands: one of this server, or of an issuer that it trusts. */
    private Grant exchange(Form form, Terms terms) throws Refused {
        required(form, "subject_token_type");
        String user = subject(required(form, "subject_token"));
        String actor = form.get("actor_token");
        if (actor != null) {
            required(form, "actor_token_type");
            subject(actor);
        }
        realm.tally().exchanged();
        return realm.families().found(user, false, terms, false);
    }

    private String subject(String token) throws Refused {
        return realm.families()
                .accepted(token)
                .map(access -> access.family().user)
                .or(() -> realm.subjectOf(token, time.now()))
                .orElseThrow(() -> Refused.invalidRequest("a token that is to be exchanged is not valid"));
    }

    private Reply introspect(Recorded request) throws Refused {
        Form form = form(request);
        client(request, form);
        Access access = realm.families().accepted(required(form, "token")).orElse(null);
        if (access == null) {
            return Replies.notStored(200, Json.object("active", false));
        }
        Duration left = Duration.ofNanos(access.expiresAt() - time.nanoTime());
        return Replies.notStored(
                200,
                Json.object(
                        "active",
                        true,
                        "sub",
                        access.family().user,
                        "exp",
                        time.now().plus(left).getEpochSecond()));
    }

    private Reply login(Recorded request) throws Refused {
        Map<String, String> credentials = json(request);
        String user = credentials.getOrDefault("username", "");
        String password = credentials.getOrDefault("password", "");
        try {
            return tokens(password(user, password, Terms.NONE, false), null, null);
        } catch (Refused wrong) {
            return Replies.notStored(401, wrong.reply().body());
        }
    }

    private Reply logout(Recorded request) {
        Access access = request.bearerToken()
                .flatMap(realm.families()::accepted)
                .filter(token -> token.key().isEmpty())
                .orElse(null);
        if (access == null) {
            return Replies.error(401, "invalid_token").header("WWW-Authenticate", "Bearer realm=\"api\"");
        }
        realm.families().end(access.family());
        return Answer.status(204);
    }

    private Reply revoke(Recorded request) throws Refused {
        String token = form(request).get("token");
        if (token != null) {
            realm.families().revoke(token);
        }
        return Answer.status(200);
    }

    private Reply tokens(Grant grant, @Nullable String scope, @Nullable String key) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("access_token", grant.accessToken());
        members.put("token_type", key == null ? "Bearer" : "DPoP");
        members.put("expires_in", realm.policy().expiresIn());
        members.put("refresh_token", grant.refreshToken());
        members.put("scope", scope);
        members.values().removeIf(value -> value == null);
        return Replies.notStored(200, Json.write(members));
    }

    private static Form form(Recorded request) throws Refused {
        if (!request.hasBody(FORM)) {
            throw Refused.invalidRequest("Content-Type is not " + FORM);
        }
        try {
            Form form = Form.decode(request.body());
            if (form.repeatsItself()) {
                throw Refused.invalidRequest("a parameter is there twice");
            }
            return form;
        } catch (IllegalArgumentException malformed) {
            throw Refused.invalidRequest("malformed form");
        }
    }

    private static Map<String, String> json(Recorded request) throws Refused {
        if (!request.hasBody("application/json")) {
            throw Refused.invalidRequest("Content-Type is not application/json");
        }
        try {
            return Json.readStrings(request.body());
        } catch (IllegalArgumentException malformed) {
            throw Refused.invalidRequest("malformed JSON");
        }
    }

    private static String required(Form form, String name) throws Refused {
        String value = form.get(name);
        if (value == null) {
            throw Refused.invalidRequest(name + " is missing");
        }
        return value;
    }
}
