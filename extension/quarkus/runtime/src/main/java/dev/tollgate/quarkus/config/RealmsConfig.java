package dev.tollgate.quarkus.config;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tollgate: realms.
 *
 * <p>Shows the keys of a realm to Quarkus, for its configuration editor and its documentation. They are read, checked and
 * given their defaults where they are on all runtimes: a value here is text, and what is wrong with it is told there.
 */
@ConfigMapping(prefix = "tollgate")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RealmsConfig {

    /** Realms that nothing else names; needed where only environment variables are used. Fixed when the application is built. */
    Optional<List<String>> realms();

    /** The realms by their names. */
    @WithParentName
    @ConfigDocMapKey("realm")
    Map<String, RealmConfig> byName();

    /** The keys of one realm. */
    interface RealmConfig {

        /**
         * Roles of methods of client interfaces that can not be edited: {@code guest}, {@code login}, {@code logout},
         * {@code refresh-token} or {@code authenticated}. Fixed when the application is built.
         */
        @ConfigDocMapKey("interface/method")
        Map<String, String> roles();

        /**
         * Whether the realm's clients get tokens at all; switch it off in tests.
         */
        @ConfigDocDefault("true")
        Optional<String> enabled();

        /**
         * Config keys or class names of client interfaces that do not say themselves that they are in the realm. Fixed
         * when the application is built.
         */
        Optional<String> clients();

        /**
         * How long one call may wait at the gate, all its waits together.
         */
        @ConfigDocDefault("10s")
        Optional<String> waitTimeout();

        /**
         * How long one attempt to refresh may take.
         */
        @ConfigDocDefault("8s")
        Optional<String> attemptTimeout();

        /**
         * How long before its expiry a token is refreshed while calls go on with it (up to a fifth longer, so that nodes
         * do not march in step; at most a quarter of its life; longer where refreshes have lately taken longer, but
         * never before half its life is over; {@code 0s}: only once it has expired).
         */
        @ConfigDocDefault("30s")
        Optional<String> refreshMargin();

        /**
         * How long before its expiry a token is no longer sent, at most a tenth of its life.
         */
        @ConfigDocDefault("1s")
        Optional<String> clockSkew();

        /**
         * What the server does with used refresh tokens: {@code strict}, {@code grace}, {@code none}; {@code auto} is
         * {@code strict} for all sessions once it was seen to rotate.
         */
        @ConfigDocDefault("auto")
        Optional<String> rotation();

        /**
         * OAuth errors of a refresh call that end the session beside {@code invalid_grant}.
         */
        Optional<String> terminalErrors();

        /**
         * Statuses (400 to 499) of a refresh call that end the session where the answer names no OAuth error; by
         * default none where {@code tollgate-oauth2} asks an authorization server.
         */
        @ConfigDocDefault("400,401,403")
        Optional<String> terminalStatuses();

        /**
         * Hand the first transient failure to the waiting calls instead of trying again.
         */
        @ConfigDocDefault("false")
        Optional<String> failFast();

        /**
         * The pause after a first failure; it doubles with each further one.
         */
        @ConfigDocDefault("100ms")
        Optional<String> backOff();

        /**
         * The longest pause between attempts, unless the server asks for a longer one.
         */
        @ConfigDocDefault("1s")
        Optional<String> maxBackOff();

        /**
         * How many calls may wait for one refresh; further ones fail at once.
         */
        @ConfigDocDefault("10000")
        Optional<String> maxWaiters();

        /**
         * How many refreshes may be under way at once, those of all sessions together; the others wait their turn.
         */
        @ConfigDocDefault("8")
        Optional<String> maxRefreshes();

        /**
         * Whose tokens a call gets: those of the {@code application}, of the {@code principal} (issuer and subject of
         * the JSON Web Token), or of whom a {@code header:<name>} or a {@code claim:<name>} tells.
         */
        @ConfigDocDefault("application")
        Optional<String> session();

        /**
         * How many sessions there may be; a further one fails.
         */
        @ConfigDocDefault("100000")
        Optional<String> maxSessions();

        /**
         * When a session that nobody uses is signed out.
         */
        Optional<String> sessionIdleTimeout();

        /**
         * When a session that nobody uses is refreshed all the same, for servers whose refresh tokens die of idleness.
         */
        Optional<String> keepAlive();

        /**
         * What a refresh method gets as {@code client_id}.
         */
        Optional<String> clientId();

        /**
         * What a refresh method gets as {@code client_secret}.
         */
        Optional<String> clientSecret();

        /**
         * What a refresh method gets as {@code scope}.
         */
        Optional<String> scope();

        /**
         * Where the access token is in the answers to login and refresh calls (JSON Pointer).
         */
        @ConfigDocDefault("/access_token")
        Optional<String> accessTokenPointer();

        /**
         * Where the refresh token is.
         */
        @ConfigDocDefault("/refresh_token")
        Optional<String> refreshTokenPointer();

        /**
         * Where the lifetime in seconds is.
         */
        @ConfigDocDefault("/expires_in")
        Optional<String> expiresInPointer();

        /**
         * Where the authentication scheme is.
         */
        @ConfigDocDefault("/token_type")
        Optional<String> tokenTypePointer();

        /**
         * The authentication scheme by which tokens are presented, whatever the answers say.
         */
        Optional<String> tokenType();

        /**
         * Where the scope is.
         */
        @ConfigDocDefault("/scope")
        Optional<String> scopePointer();

        /**
         * How many bytes of one body that can be read only once are kept for a replay.
         */
        @ConfigDocDefault("1m")
        Optional<String> replayBodyLimit();

        /**
         * How many bytes of such bodies are kept of all calls together.
         */
        @ConfigDocDefault("16m")
        Optional<String> replayTotalLimit();

        /**
         * Origins to which tokens may go beside those of the realm's clients.
         */
        Optional<String> allowedOrigins();

        /**
         * Whether tokens may go over networks in the clear; without it, http is for loopback addresses only.
         */
        @ConfigDocDefault("false")
        Optional<String> allowHttp();

        /**
         * The authorization server. Needs {@code tollgate-oauth2}.
         */
        Optional<String> issuer();

        /**
         * Where the metadata of the issuer are, if not where they should be. Needs {@code tollgate-oauth2}.
         */
        Optional<String> metadataEndpoint();

        /**
         * Where tokens are asked for. Needs {@code tollgate-oauth2}.
         */
        Optional<String> tokenEndpoint();

        /**
         * Where tokens are revoked. Needs {@code tollgate-oauth2}.
         */
        Optional<String> revocationEndpoint();

        /**
         * Where a session is ended. Needs {@code tollgate-oauth2}.
         */
        Optional<String> endSessionEndpoint();

        /**
         * Where the server tells of a token (RFC 7662). Needs {@code tollgate-oauth2}.
         */
        Optional<String> introspectionEndpoint();

        /**
         * How the first tokens are acquired. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("client_credentials")
        Optional<String> grant();

        /**
         * {@code client_secret_basic}, {@code client_secret_post}, {@code client_secret_jwt}, {@code private_key_jwt},
         * {@code tls_client_auth}, {@code self_signed_tls_client_auth}, {@code none}. Needs {@code tollgate-oauth2}.
         */
        Optional<String> clientAuthentication();

        /**
         * A file with the private key of {@code private_key_jwt}: PKCS #8 or PKCS #1 in PEM, or a JSON Web Key. Needs {@code
         * tollgate-oauth2}.
         */
        Optional<String> clientKey();

        /**
         * The {@code kid} by which the server knows the key. Needs {@code tollgate-oauth2}.
         */
        Optional<String> clientKeyId();

        /**
         * Whom the client's assertions are for, if not the issuer. Needs {@code tollgate-oauth2}.
         */
        Optional<String> clientAssertionAudience();

        /**
         * Whom the tokens are for, where the server has a parameter of this name. Needs {@code tollgate-oauth2}.
         */
        Optional<String> audience();

        /**
         * Whom the tokens are for (RFC 8707): absolute URIs. Needs {@code tollgate-oauth2}.
         */
        Optional<String> resource();

        /**
         * Parameters of each token request that the server wants beside. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocMapKey("name")
        Map<String, String> parameter();

        /**
         * Headers of each request to the server that it wants beside. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocMapKey("name")
        Map<String, String> header();

        /**
         * Of the password grant. Needs {@code tollgate-oauth2}.
         */
        Optional<String> username();

        /**
         * Of the password grant. Needs {@code tollgate-oauth2}.
         */
        Optional<String> password();

        /**
         * A file with the JWT of the jwt_bearer grant, or with the assertion of an extension grant. Needs {@code tollgate-oauth2}.
         */
        Optional<String> assertion();

        /**
         * What the caller's token is in a token exchange: {@code access_token}, {@code jwt}, {@code id_token}, or a
         * whole name (RFC 8693 section 3). Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("access_token")
        Optional<String> subjectTokenType();

        /**
         * A file with the token of who acts on behalf of the caller. Needs {@code tollgate-oauth2}.
         */
        Optional<String> actorToken();

        /**
         * What that token is. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("access_token")
        Optional<String> actorTokenType();

        /**
         * Whether the server is asked how long a token lives of which nothing says it. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("false")
        Optional<String> introspection();

        /**
         * Whether tokens are bound to a key, which each request proves (RFC 9449). Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("false")
        Optional<String> dpop();

        /**
         * How long a token lives of which nobody says it. Needs {@code tollgate-oauth2}.
         */
        Optional<String> tokenLifetime();

        /**
         * Whether tokens are revoked when somebody signs out. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("true")
        Optional<String> revoke();

        /**
         * Whether the session is ended at the server when somebody signs out. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("false")
        Optional<String> endSession();

        /**
         * Whether the server is asked if it is there, without a secret, before a refresh token that must not be sent
         * twice. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("true")
        Optional<String> probe();

        /**
         * How long connecting to the server may take. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("2s")
        Optional<String> connectTimeout();

        /**
         * How long the server may stay silent before its answer begins. Needs {@code tollgate-oauth2}.
         */
        @ConfigDocDefault("attempt-timeout")
        Optional<String> readTimeout();

        /**
         * The proxy on the way to the server: {@code http://proxy.example.com:3128}. Needs {@code tollgate-oauth2}.
         */
        Optional<String> proxy();

        /**
         * The user by which the proxy knows the application. Needs {@code tollgate-oauth2}.
         */
        Optional<String> proxyUser();

        /**
         * Its password. Needs {@code tollgate-oauth2}.
         */
        Optional<String> proxyPassword();

        /**
         * A file with the client's certificate and its key, PKCS #12 or JKS. Needs {@code tollgate-oauth2}.
         */
        Optional<String> keyStore();

        /**
         * Its password. Needs {@code tollgate-oauth2}.
         */
        Optional<String> keyStorePassword();

        /**
         * A file with the certificates that the server may have. Needs {@code tollgate-oauth2}.
         */
        Optional<String> trustStore();

        /**
         * Its password. Needs {@code tollgate-oauth2}.
         */
        Optional<String> trustStorePassword();

        /** What is different for a single client interface, named by its config key or its class name. */
        @ConfigDocMapKey("client")
        Map<String, ClientConfig> client();

        /** Keys of other token sources. */
        @WithParentName
        @ConfigDocMapKey("key")
        Map<String, String> others();
    }

    /** The keys of one client interface. */
    interface ClientConfig {

        /**
         * What the tokens of this client are for, where the server has a parameter of this name. Needs {@code
         * tollgate-oauth2}.
         */
        Optional<String> audience();

        /**
         * What the tokens of this client are for (RFC 8707): absolute URIs. Needs {@code tollgate-oauth2}.
         */
        Optional<String> resource();

        /**
         * The scope of the tokens of this client. Needs {@code tollgate-oauth2}.
         */
        Optional<String> scope();

        /** Keys of other token sources. */
        @WithParentName
        @ConfigDocMapKey("key")
        Map<String, String> others();
    }
}
