package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import dev.tollgate.time.TimeSource;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues, rotates and revokes opaque tokens: {@code POST /token} (RFC 6749: password, refresh_token,
 * client_credentials; RFC 7523: JWT bearer; RFC 8693: token exchange), {@code POST /login} (JSON), {@code POST /logout}
 * (bearer token), {@code POST /revoke} (RFC 7009), {@code POST /introspect} (RFC 7662).
 * All that descends from one login is a family; it dies by logout, by revocation of a refresh token and by reuse of one.
 * Thread-safe.
 */
public final class AuthorizationServer {

    private static final Set<String> SLOW_PATHS = Set.of("/token", "/login");
    private static final Set<String> PATHS = Set.of("/token", "/login", "/logout", "/revoke", "/introspect");

    private final TimeSource time;
    private volatile Realm realm;

    AuthorizationServer(TimeSource time) {
        this.time = time;
        this.realm = Realm.fresh(time);
    }

    /** Adds a user, or changes the password of one; {@code alice} with the password {@code alice} is always there. */
    public AuthorizationServer user(String name, String password) {
        realm.policy().users.put(name, password);
        return this;
    }

    /** Registers a client; from now on only registered ones may use {@code /token}. */
    public AuthorizationServer requireClient(String id, String secret) {
        realm.policy().clients.put(id, secret);
        return this;
    }

    /**
     * Registers a client that shows who it is by what it signs (RFC 7523 §2.2); from now on only registered ones may use
     * {@code /token}.
     */
    public AuthorizationServer requireClient(String id, PublicKey key) {
        realm.policy().clientKeys.put(id, key);
        return this;
    }

    /** Believes what {@code issuer} says with signed tokens of its own: as assertions (RFC 7523 §2.1) and in exchanges. */
    public AuthorizationServer trustIssuer(String issuer, PublicKey key) {
        realm.policy().trustedIssuers.put(issuer, key);
        return this;
    }

    /** Registers a client that is known by the thumbprint of its certificate (RFC 8705 §2), in place of another one. */
    public AuthorizationServer requireCertificate(String id, String thumbprint) {
        realm.policy().certificates.put(id, thumbprint);
        return this;
    }

    /** How long access tokens issued from now on are accepted; an hour by default. */
    public AuthorizationServer lifetime(Duration lifetime) {
        realm.policy().lifetime = lifetime;
        return this;
    }

    /** What {@code expires_in} says; null, the default, is the truth. */
    public AuthorizationServer advertisedLifetime(@Nullable Duration advertised) {
        realm.policy().advertisedLifetime = advertised;
        return this;
    }

    /** Whether {@code expires_in} is left out. */
    public AuthorizationServer hideLifetime(boolean hide) {
        realm.policy().hideLifetime = hide;
        return this;
    }

    /** Whether a refresh replaces the refresh token, the default, so that a used one betrays its thief. */
    public AuthorizationServer rotation(boolean rotation) {
        realm.policy().rotation = rotation;
        return this;
    }

    /** Whether the answer to a refresh without rotation leaves out the refresh token. */
    public AuthorizationServer omitRefreshToken(boolean omit) {
        realm.policy().omitRefreshToken = omit;
        return this;
    }

    /** Whether logins come with a refresh token, the default. */
    public AuthorizationServer issueRefreshToken(boolean issue) {
        realm.policy().issueRefreshToken = issue;
        return this;
    }

    /** No tokens are issued for {@code audience} from now on, or {@code resource} (RFC 8707 §2). */
    public AuthorizationServer refuseAudience(String audience) {
        realm.policy().refusedAudiences.add(audience);
        return this;
    }

    /** No tokens are issued from now on for what asks for {@code scope}, also among others ({@code invalid_scope}). */
    public AuthorizationServer refuseScope(String scope) {
        realm.policy().refusedScopes.add(scope);
        return this;
    }

    /**
     * Whether a refresh looks at its audience, resource and scope only when it has used up the refresh token: a refusal
     * does not show the successor, and the used one betrays its thief when it is sent again. Some servers do so.
     */
    public AuthorizationServer refuseAfterRotation(boolean after) {
        realm.policy().refuseAfterRotation = after;
        return this;
    }

    /** Tokens are issued for {@code audience} again. */
    public AuthorizationServer allowAudience(String audience) {
        realm.policy().refusedAudiences.remove(audience);
        return this;
    }

    /** How long requests for tokens take, in real time. */
    public AuthorizationServer latency(Duration latency) {
        realm.policy().latency = latency;
        return this;
    }

    /** Refuses all access tokens issued so far, before their time; refresh tokens go on working. */
    public void revokeAccessTokens() {
        realm.families().revokeAccessTokens();
    }

    /** Refuses all access tokens issued to {@code user} so far, before their time; refresh tokens go on working. */
    public void revokeAccessTokens(String user) {
        realm.families().revokeAccessTokens(user);
    }

    /** Kills all families: their access tokens and refresh tokens are refused. */
    public void endAllSessions() {
        realm.families().endAll();
    }

    /** What becomes of the proofs that come with requests for tokens: these are bound to their keys then. */
    public Proofs proofs() {
        return realm.proofs();
    }

    /** Successful logins, by {@code /login} or password grant. */
    public int logins() {
        return realm.tally().logins();
    }

    /** Successful refreshes, whether or not the client learned of them. */
    public int refreshes() {
        return realm.tally().refreshTimes().size();
    }

    /** Refresh requests that arrived, whatever became of them. */
    public int refreshAttempts() {
        return realm.tally().refreshAttempts();
    }

    /** Refresh requests that are done with and did not succeed, by refusal or by a fault. */
    public int failedRefreshes() {
        return realm.tally().failedRefreshes();
    }

    /** How often a replaced refresh token of a living family was used again. */
    public int reuseDetected() {
        return realm.tally().reuseDetected();
    }

    /** Families that have died, of whatever cause. */
    public int deadFamilies() {
        return realm.tally().deadFamilies();
    }

    /** Successful client credentials grants. */
    public int clientCredentials() {
        return realm.tally().clientCredentials();
    }

    /** Successful JWT bearer grants. */
    public int assertions() {
        return realm.tally().assertions();
    }

    /** Successful token exchanges. */
    public int exchanges() {
        return realm.tally().exchanges();
    }

    /** The most refresh requests that were ever inside the server at once, waiting ones included. */
    public int maxConcurrentRefreshes() {
        return realm.tally().maxConcurrentRefreshes();
    }

    /** When each successful refresh happened. */
    public List<Instant> refreshTimes() {
        return realm.tally().refreshTimes();
    }

    /**
     * The access token issued last, accepted or not.
     *
     * @throws IllegalStateException if none was issued yet
     */
    public String currentAccessToken() {
        return realm.families()
                .newestAccessToken()
                .orElseThrow(() -> new IllegalStateException("no access token has been issued yet"));
    }

    static boolean serves(String path) {
        return PATHS.contains(path);
    }

    Realm realm() {
        return realm;
    }

    Duration latencyOf(Recorded request) {
        return SLOW_PATHS.contains(request.path()) ? realm.policy().latency : Duration.ZERO;
    }

    Reply answer(Recorded request) {
        return new TokenEndpoints(realm, time).answer(request);
    }

    void reset() {
        realm = Realm.fresh(time);
    }
}
