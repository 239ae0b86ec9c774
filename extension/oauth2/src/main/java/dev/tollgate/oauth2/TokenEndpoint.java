package dev.tollgate.oauth2;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.WithoutAnswer;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The endpoints of an authorization server: every request to one of them is made and sent here. */
final class TokenEndpoint {

    private final OAuth2Settings settings;
    private final Transport transport;
    private final Optional<Discovery> discovery;
    private final Authenticator authenticator;
    private final TokenAnswers answers;
    private final ProvenRequests proven = new ProvenRequests();
    private final Reach reach;

    TokenEndpoint(OAuth2Settings settings, Transport transport, TokenAnswers answers, TimeSource time) {
        this.settings = settings;
        this.transport = transport;
        this.discovery = settings.endpoints().issuer().map(issuer -> new Discovery(lookup(issuer), time));
        this.authenticator = new Authenticator(settings.client());
        this.answers = answers;
        this.reach = new Reach(transport, time);
    }

    private MetadataLookup lookup(URI issuer) {
        return new MetadataLookup(
                issuer,
                settings.endpoints().metadata().map(List::of).orElseGet(() -> MetadataPlaces.of(issuer)),
                transport,
                settings.client().hasCertificate(),
                settings.endpoints().objection());
    }

    /**
     * How tokens are asked for.
     *
     * @param onlyOnce whether what is sent must not be sent twice: there has to be a way to the server then
     * @param secrets what is sent beside the client's secret, and must not be shown
     */
    record Asking(Deadline deadline, boolean onlyOnce, Collection<String> secrets) {}

    /**
     * Asks for tokens, once.
     *
     * @param target what they are for
     * @param key what they are to be bound to, if anything
     */
    TokenSet tokens(AuthorizationGrant grant, Target target, Optional<DpopKey> key, Asking asking) {
        Metadata metadata = tokenMetadata(asking.deadline());
        Function<Metadata, HTTPResponse> ask = known -> asked(known, grant, target, key, asking);
        HTTPResponse answer = ask.apply(metadata);
        if (answer.getStatusCode() == 404) {
            Metadata newer = newerThan(metadata, asking.deadline());
            if (!newer.token().equals(metadata.token())) {
                metadata = newer;
                answer = ask.apply(newer);
            }
        }
        String call = called(place(metadata), answer, metadata);
        TokenSet tokens = answers.read(answer, call, secretsWith(asking.secrets()));
        return key.map(bound -> bound.bind(tokens, call)).orElse(tokens);
    }

    private HTTPResponse asked(
            Metadata metadata, AuthorizationGrant grant, Target target, Optional<DpopKey> key, Asking asking) {
        if (asking.onlyOnce() && settings.http().probe()) {
            reach.check(place(metadata), asking.deadline());
        }
        Supplier<HTTPRequest> request = () -> request(metadata, grant, target);
        return key.map(bound -> proven.send(request, bound, http -> sentForTokens(http, asking)))
                .orElseGet(() -> sentForTokens(request.get(), asking));
    }

    private HTTPResponse sentForTokens(HTTPRequest request, Asking asking) {
        boolean answered = false;
        try {
            HTTPResponse answer = send(request, asking.deadline(), asking.secrets());
            reach.answered(request.getURI(), answer.getStatusCode());
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                reach.lost();
            }
        }
    }

    /** Where nobody is there, nobody has used up a grant: it may be sent to where the endpoint has moved. */
    private Metadata newerThan(Metadata metadata, Deadline deadline) {
        return settings.endpoints().token().isPresent()
                ? metadata
                : discovery.map(asked -> asked.newerThan(metadata, deadline)).orElse(metadata);
    }

    private URI place(Metadata metadata) {
        return trusted(settings.endpoints().token().or(metadata::token), OAuth2Key.TOKEN_ENDPOINT);
    }

    private HTTPRequest request(Metadata metadata, AuthorizationGrant grant, Target target) {
        URI endpoint = place(metadata);
        Optional<ClientAuthentication> who = authentication(metadata, endpoint);
        TokenRequest.Builder request = who.map(known -> new TokenRequest.Builder(endpoint, known, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, authenticator.id(), grant));
        target.scope().map(Scope::parse).ifPresent(request::scope);
        request.resources(target.resources().toArray(URI[]::new));
        if (!target.audiences().isEmpty()) {
            request.customParameter("audience", target.audiences().toArray(String[]::new));
        }
        settings.additions().parameters().forEach(request::customParameter);
        return request.build().toHTTPRequest();
    }

    /** Revokes one token (RFC 7009); nothing happens where the server can not. */
    void revoke(Token token, Deadline deadline) {
        Metadata metadata = metadata(deadline);
        Optional<URI> place = settings.endpoints().revocation().or(metadata::revocation);
        if (place.isPresent()) {
            URI endpoint = trusted(place, OAuth2Key.REVOCATION_ENDPOINT);
            TokenRevocationRequest request = authentication(metadata, endpoint)
                    .map(who -> new TokenRevocationRequest(endpoint, who, token))
                    .orElseGet(() -> new TokenRevocationRequest(endpoint, authenticator.id(), token));
            List<String> secrets = List.of(token.getValue());
            HTTPResponse answer = sentAgain(request.toHTTPRequest(), deadline, secrets);
            if (!TokenAnswers.leavesNothingToRevoke(answer, token instanceof AccessToken)) {
                answers.done(answer, called(endpoint, answer, metadata), secretsWith(secrets));
            }
        }
    }

    /** Ends the session at the server (OpenID Connect RP-Initiated Logout §2, as Keycloak takes it from clients). */
    void endSession(TokenSet tokens, Deadline deadline) {
        Metadata metadata = metadata(deadline);
        URI endpoint =
                trusted(settings.endpoints().endSession().or(metadata::endSession), OAuth2Key.END_SESSION_ENDPOINT);
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        Map<String, String> sent = new LinkedHashMap<>();
        tokens.refreshToken().ifPresent(token -> sent.put("refresh_token", token));
        Optional.ofNullable(tokens.attributes().get("id_token")).ifPresent(token -> sent.put("id_token_hint", token));
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("client_id", List.of(settings.client().id()));
        sent.forEach((name, token) -> form.put(name, List.of(token)));
        request.setBody(URLUtils.serializeParameters(form));
        authentication(metadata, endpoint).ifPresent(who -> who.applyTo(request));
        List<String> secrets = List.copyOf(sent.values());
        HTTPResponse answer = sentAgain(request, deadline, secrets);
        answers.done(answer, called(endpoint, answer, metadata), secretsWith(secrets));
    }

    /** How long an access token lives on, as the server tells (RFC 7662); empty if it does not. */
    Optional<Duration> lifetime(String accessToken, Deadline deadline) {
        Metadata metadata = metadata(deadline);
        URI endpoint = trusted(
                settings.endpoints().introspection().or(metadata::introspection), OAuth2Key.INTROSPECTION_ENDPOINT);
        Token token = new TypelessAccessToken(accessToken);
        TokenIntrospectionRequest request = authentication(metadata, endpoint)
                .map(who -> new TokenIntrospectionRequest(endpoint, who, token))
                .orElseGet(() -> new TokenIntrospectionRequest(endpoint, token));
        List<String> secrets = List.of(accessToken);
        HTTPResponse answer = sentAgain(request.toHTTPRequest(), deadline, secrets);
        return answers.introspected(answer, called(endpoint, answer, metadata), secretsWith(secrets));
    }

    /** For what may be sent any number of times: a connection that was kept may have been closed meanwhile. */
    private HTTPResponse sentAgain(HTTPRequest request, Deadline deadline, Collection<String> secrets) {
        try {
            return send(request, deadline, secrets);
        } catch (TokenFailure.OutcomeUnknown e) {
            if (deadline.hasPassed()) {
                throw e;
            }
            return send(request, deadline, secrets);
        }
    }

    private HTTPResponse send(HTTPRequest request, Deadline deadline, Collection<String> secrets) {
        try {
            return transport.send(named(request), deadline);
        } catch (IOException e) {
            throw WithoutAnswer.of(e, called(request.getURI()), transport.reason(e), secretsWith(secrets));
        }
    }

    /** RFC 7521 §4.2 leaves it out of a request with an assertion, and some servers do not do without it. */
    private HTTPRequest named(HTTPRequest request) {
        Map<String, List<String>> form = URLUtils.parseParameters(request.getBody());
        if (form.containsKey("client_assertion") && !form.containsKey("client_id")) {
            form.put("client_id", List.of(settings.client().id()));
            request.setBody(URLUtils.serializeParameters(form));
        }
        return request;
    }

    /** Where everything that a token request needs is configured, nobody has to be asked. */
    private Metadata tokenMetadata(Deadline deadline) {
        return settings.endpoints().token().isPresent() ? Metadata.NONE : metadata(deadline);
    }

    private Metadata metadata(Deadline deadline) {
        return discovery.map(asked -> asked.metadata(deadline)).orElse(Metadata.NONE);
    }

    private Optional<ClientAuthentication> authentication(Metadata metadata, URI endpoint) {
        return authenticator.authentication(
                metadata, settings.endpoints().issuer().orElse(endpoint));
    }

    private URI trusted(Optional<URI> named, OAuth2Key key) {
        URI endpoint = named.orElseThrow(() -> new TokenFailure.Configuration(
                "the metadata of the issuer name no " + key.key() + "; set " + key.key() + " of the realm"));
        Function<URI, Optional<String>> objection = settings.endpoints().objection();
        objection.apply(endpoint).ifPresent(why -> {
            throw new TokenFailure.Configuration("the " + key.key() + " of the issuer's metadata is not used: " + why);
        });
        return endpoint;
    }

    private Collection<String> secretsWith(Collection<String> sent) {
        List<String> all = new ArrayList<>(sent);
        all.addAll(settings.additions().secrets());
        settings.client().secret().ifPresent(all::add);
        return all;
    }

    /** Names the client too where the server does not know it. */
    private String called(URI endpoint, HTTPResponse answer, Metadata metadata) {
        return TokenAnswers.refusesTheClient(answer)
                ? called(endpoint) + " by client '" + settings.client().id() + "' ("
                        + authenticator.chosen(metadata.methods()).written() + ")"
                : called(endpoint);
    }

    private static String called(URI endpoint) {
        return "POST " + endpoint;
    }
}
