package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import dev.tollgate.oauth2.OAuth2Settings.Actor;
import dev.tollgate.oauth2.OAuth2Settings.Client;
import dev.tollgate.oauth2.OAuth2Settings.Endpoints;
import dev.tollgate.oauth2.OAuth2Settings.Exchange;
import dev.tollgate.oauth2.OAuth2Settings.Grant;
import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.oauth2.OAuth2Settings.SignOut;
import dev.tollgate.oauth2.OAuth2Settings.Store;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.SourceSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a realm, and finds the mistakes in them. */
final class OAuth2SettingsReader {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final String CLIENT_ID = "client-id";
    private static final String CLIENT_SECRET = "client-secret";
    private static final String SCOPE = "scope";
    private static final String TOKEN_TYPE_KEY = "token-type";
    private static final String TOKEN_TYPE = "urn:ietf:params:oauth:token-type:";

    /** What a single client interface may say. */
    static final List<String> CLIENT_KEYS = List.of(SCOPE, OAuth2Key.AUDIENCE.key(), OAuth2Key.RESOURCE.key());

    private final SourceSettings settings;

    OAuth2SettingsReader(SourceSettings settings) {
        this.settings = settings;
    }

    /** Whether the realm names an authorization server. */
    boolean isAskedFor() {
        return text(OAuth2Key.ISSUER).isPresent()
                || text(OAuth2Key.METADATA_ENDPOINT).isPresent()
                || text(OAuth2Key.TOKEN_ENDPOINT).isPresent();
    }

    OAuth2Settings read() {
        Http http = http();
        Grant grant = grant();
        Client client = client(http.keyStore().isPresent(), grant.kind());
        return new OAuth2Settings(
                settings.realm(),
                new Endpoints(
                        issuer(),
                        metadata(),
                        endpoint(OAuth2Key.TOKEN_ENDPOINT),
                        endpoint(OAuth2Key.REVOCATION_ENDPOINT),
                        endpoint(OAuth2Key.END_SESSION_ENDPOINT),
                        endpoint(OAuth2Key.INTROSPECTION_ENDPOINT),
                        settings::objectionTo),
                client,
                grant,
                new AdditionsReader(settings).read(grant.kind()),
                targets(),
                new SignOut(
                        settings.bool(OAuth2Key.REVOKE.key(), true), settings.bool(OAuth2Key.END_SESSION.key(), false)),
                settings.bool(OAuth2Key.DPOP.key(), false),
                settings.bool(OAuth2Key.INTROSPECTION.key(), false),
                settings.duration(OAuth2Key.TOKEN_LIFETIME.key()),
                tokenType(),
                RefusalRule.of(settings, RefusalRule.AUTHORIZATION_SERVER),
                http);
    }

    private Optional<URI> issuer() {
        Optional<String> rule = text(OAuth2Key.ISSUER).flatMap(MetadataPlaces::objectionTo);
        rule.ifPresent(what -> settings.problem(OAuth2Key.ISSUER.key(), what));
        return rule.isPresent() ? Optional.empty() : endpoint(OAuth2Key.ISSUER);
    }

    private Optional<URI> metadata() {
        if (text(OAuth2Key.METADATA_ENDPOINT).isPresent()
                && text(OAuth2Key.ISSUER).isEmpty()) {
            settings.problem(
                    OAuth2Key.ISSUER.key(),
                    "is missing: metadata are believed only if they are those of the issuer (RFC 8414 section 3.3)");
        }
        return endpoint(OAuth2Key.METADATA_ENDPOINT);
    }

    /** With a key, the answers have to say that tokens are bound to it. */
    private Optional<String> tokenType() {
        Optional<String> written = settings.text(TOKEN_TYPE_KEY);
        if (written.isPresent() && settings.bool(OAuth2Key.DPOP.key(), false)) {
            settings.problem(
                    TOKEN_TYPE_KEY,
                    "contradicts " + settings.property(OAuth2Key.DPOP.key())
                            + "=true, by which the answers must have the type DPoP (RFC 9449 section 5)");
        }
        return written;
    }

    private Client client(boolean certificate, GrantKind grant) {
        Optional<String> id = settings.text(CLIENT_ID);
        if (id.isEmpty()) {
            settings.problem(CLIENT_ID, "is missing: as whom does the application ask for tokens?");
        }
        Optional<String> secret = settings.text(CLIENT_SECRET);
        Optional<Path> key = clientKey();
        Optional<AuthenticationMethod> method = method();
        method.ifPresent(chosen -> checkThatItCanBeUsed(chosen, secret, key, certificate));
        boolean isPublic = method.equals(Optional.of(AuthenticationMethod.NONE))
                || (method.isEmpty()
                        && secret.isEmpty()
                        && text(OAuth2Key.CLIENT_KEY).isEmpty()
                        && !certificate);
        if (method.equals(Optional.of(AuthenticationMethod.NONE)) && grant == GrantKind.CLIENT_CREDENTIALS) {
            settings.problem(
                    OAuth2Key.CLIENT_AUTHENTICATION.key(),
                    "contradicts the client_credentials grant, which is for clients that authenticate themselves: leave"
                            + " it out, and have a client-secret, a client-key or a key-store; or name another grant");
        } else if (isPublic && grant == GrantKind.CLIENT_CREDENTIALS) {
            settings.problem(
                    CLIENT_SECRET,
                    "is missing: the client_credentials grant is for clients that authenticate themselves; or name a"
                            + " client-key, a key-store, or another grant");
        }
        return new Client(id.orElse(""), secret, method, key, text(OAuth2Key.CLIENT_KEY_ID), audience(), certificate);
    }

    private Optional<URI> audience() {
        Optional<String> written = text(OAuth2Key.CLIENT_ASSERTION_AUDIENCE);
        Optional<URI> audience = written.flatMap(Addresses::uri).filter(URI::isAbsolute);
        if (written.isPresent() && audience.isEmpty()) {
            settings.problem(
                    OAuth2Key.CLIENT_ASSERTION_AUDIENCE.key(),
                    "must be an absolute URI, such as the address of the token endpoint (RFC 7523 section 3)");
        }
        return audience;
    }

    /** What is wrong with it is said now, and not with the first token. */
    private Optional<Path> clientKey() {
        Optional<Path> file = file(OAuth2Key.CLIENT_KEY);
        file.flatMap(ClientKey::objectionTo).ifPresent(why -> settings.problem(OAuth2Key.CLIENT_KEY.key(), why));
        return file;
    }

    private Optional<AuthenticationMethod> method() {
        Optional<String> written = text(OAuth2Key.CLIENT_AUTHENTICATION);
        Optional<AuthenticationMethod> method = written.flatMap(AuthenticationMethod::parse);
        if (written.isPresent() && method.isEmpty()) {
            settings.problem(OAuth2Key.CLIENT_AUTHENTICATION.key(), AuthenticationMethod.RULE);
        }
        return method;
    }

    private void checkThatItCanBeUsed(
            AuthenticationMethod method, Optional<String> secret, Optional<Path> key, boolean certificate) {
        if (method.needsSecret() && secret.isEmpty()) {
            settings.problem(OAuth2Key.CLIENT_AUTHENTICATION.key(), "needs a " + settings.property(CLIENT_SECRET));
        }
        if (method == AuthenticationMethod.PRIVATE_KEY_JWT && key.isEmpty()) {
            settings.problem(
                    OAuth2Key.CLIENT_AUTHENTICATION.key(), "needs a " + settings.property(OAuth2Key.CLIENT_KEY.key()));
        }
        if (method.needsCertificate() && !certificate) {
            settings.problem(
                    OAuth2Key.CLIENT_AUTHENTICATION.key(), "needs a " + settings.property(OAuth2Key.KEY_STORE.key()));
        }
    }

    private Grant grant() {
        Optional<String> written = text(OAuth2Key.GRANT);
        Optional<GrantKind> kind = written.flatMap(GrantKind::parse);
        Optional<String> extension = written.filter(name -> kind.equals(Optional.of(GrantKind.EXTENSION)));
        if (written.isPresent() && kind.isEmpty()) {
            settings.problem(OAuth2Key.GRANT.key(), GrantKind.RULE);
        }
        Grant grant = new Grant(
                kind.orElse(GrantKind.CLIENT_CREDENTIALS),
                extension,
                text(OAuth2Key.USERNAME),
                text(OAuth2Key.PASSWORD),
                file(OAuth2Key.ASSERTION),
                new Exchange(tokenType(OAuth2Key.SUBJECT_TOKEN_TYPE), actor()));
        if (grant.kind() == GrantKind.PASSWORD) {
            require(OAuth2Key.USERNAME, "the password grant");
            require(OAuth2Key.PASSWORD, "the password grant");
        }
        if (grant.kind() == GrantKind.JWT_BEARER) {
            require(OAuth2Key.ASSERTION, "the jwt_bearer grant");
        }
        return grant;
    }

    private Optional<Actor> actor() {
        TokenTypeURI type = tokenType(OAuth2Key.ACTOR_TOKEN_TYPE);
        return file(OAuth2Key.ACTOR_TOKEN).map(token -> new Actor(token, type));
    }

    /** As RFC 8693 §3 names it, or the end of that name. */
    private TokenTypeURI tokenType(OAuth2Key key) {
        String written = text(key).orElse("access_token");
        String name = written.contains(":") ? written : TOKEN_TYPE + written;
        try {
            return TokenTypeURI.parse(name);
        } catch (ParseException e) {
            settings.problem(
                    key.key(), "must be access_token, jwt, id_token, or a whole token type (RFC 8693 section 3)");
            return TokenTypeURI.ACCESS_TOKEN;
        }
    }

    private void require(OAuth2Key key, String by) {
        if (text(key).isEmpty()) {
            settings.problem(key.key(), "is missing, " + by + " needs it");
        }
    }

    private Targets targets() {
        Target common = target(settings);
        Map<Class<?>, Target> ofClients = new LinkedHashMap<>();
        settings.clients().forEach((client, own) -> ofClients.put(client, over(common, target(own))));
        return new Targets(common, ofClients);
    }

    /** What a client interface does not say is as for all. */
    private static Target over(Target common, Target own) {
        return new Target(
                own.scope().or(common::scope),
                own.audiences().isEmpty() ? common.audiences() : own.audiences(),
                own.resources().isEmpty() ? common.resources() : own.resources());
    }

    private static Target target(SourceSettings settings) {
        return new Target(
                settings.text(SCOPE),
                settings.list(OAuth2Key.AUDIENCE.key()),
                settings.list(OAuth2Key.RESOURCE.key()).stream()
                        .flatMap(written -> resource(written, settings).stream())
                        .toList());
    }

    private static Optional<URI> resource(String written, SourceSettings settings) {
        Optional<URI> uri = Addresses.uri(written)
                .filter(found -> found.isAbsolute() && found.getFragment() == null)
                .filter(found -> !Addresses.hasUserPart(found));
        if (uri.isEmpty()) {
            settings.problem(
                    OAuth2Key.RESOURCE.key(),
                    "must be absolute URIs without a fragment (RFC 8707 section 2) and without a user part");
        }
        return uri;
    }

    private Http http() {
        return new Http(
                settings.duration(OAuth2Key.CONNECT_TIMEOUT.key()).orElse(CONNECT_TIMEOUT),
                settings.duration(OAuth2Key.READ_TIMEOUT.key()),
                settings.bool(OAuth2Key.PROBE.key(), true),
                new ProxyReader(settings).read(),
                store(OAuth2Key.KEY_STORE, OAuth2Key.KEY_STORE_PASSWORD),
                store(OAuth2Key.TRUST_STORE, OAuth2Key.TRUST_STORE_PASSWORD));
    }

    private Optional<Store> store(OAuth2Key file, OAuth2Key password) {
        Optional<Store> store = file(file).map(path -> new Store(path, text(password)));
        store.flatMap(Stores::objectionTo).ifPresent(why -> settings.problem(file.key(), why));
        return store;
    }

    private Optional<Path> file(OAuth2Key key) {
        Optional<String> written = text(key);
        Optional<Path> file = written.flatMap(OAuth2SettingsReader::path).filter(Files::isReadable);
        if (written.isPresent() && file.isEmpty()) {
            settings.problem(key.key(), "must be a file that can be read");
        }
        return file;
    }

    private Optional<URI> endpoint(OAuth2Key key) {
        return settings.endpoint(key.key());
    }

    private Optional<String> text(OAuth2Key key) {
        return settings.text(key.key());
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
