package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerConfigurationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RetryAfter;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer for its metadata when they are first needed: by one thread, for all. What has failed is asked again with
 * the next attempt of a gate; what is known is kept.
 */
final class Discovery {

    private final URI issuer;
    private final Transport transport;
    private final boolean certificate;
    private final AtomicReference<@Nullable CompletableFuture<Metadata>> known = new AtomicReference<>();

    Discovery(URI issuer, Transport transport, boolean certificate) {
        this.issuer = issuer;
        this.transport = transport;
        this.certificate = certificate;
    }

    /** @throws TokenFailure if they can not be had; no secret has been sent then */
    Metadata metadata(Deadline deadline) {
        CompletableFuture<Metadata> mine = new CompletableFuture<>();
        CompletableFuture<Metadata> running = known.compareAndExchange(null, mine);
        if (running != null) {
            return await(running, deadline);
        }
        try {
            Metadata found = ask(deadline);
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            forget(mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** They have proven to be out of date. */
    void forget() {
        known.set(null);
    }

    private void forget(CompletableFuture<Metadata> failed) {
        known.compareAndSet(failed, null);
    }

    private static Metadata await(CompletableFuture<Metadata> running, Deadline deadline) {
        try {
            return running.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TokenFailure.Transient.unsent("interrupted while the issuer was asked for its metadata", e);
        } catch (TimeoutException e) {
            throw TokenFailure.Transient.unsent("the issuer has not answered in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TokenFailure told
                    ? told
                    : TokenFailure.Transient.unsent("the issuer's metadata could not be had", e.getCause());
        }
    }

    /** OpenID Connect's place first, since most servers have it; RFC 8414's where there is nothing. */
    private Metadata ask(Deadline deadline) {
        Issuer named = new Issuer(issuer);
        HTTPRequest openId = new OIDCProviderConfigurationRequest(named).toHTTPRequest();
        HTTPResponse answer = send(openId, deadline);
        if (answer.getStatusCode() == 404) {
            HTTPRequest oauth = new AuthorizationServerConfigurationRequest(named).toHTTPRequest();
            return read(oauth, send(oauth, deadline));
        }
        return read(openId, answer);
    }

    private HTTPResponse send(HTTPRequest request, Deadline deadline) {
        try {
            return transport.send(request, deadline);
        } catch (IOException e) {
            throw TokenFailure.Transient.unsent("GET " + request.getURI() + " got no answer", e);
        }
    }

    private Metadata read(HTTPRequest request, HTTPResponse answer) {
        String call = "GET " + request.getURI();
        if (answer.getStatusCode() != 200) {
            throw refused(call, answer);
        }
        try {
            AuthorizationServerMetadata told = AuthorizationServerMetadata.parse(answer.getBody());
            if (!told.getIssuer().getValue().equals(issuer.toString())) {
                throw new TokenFailure.Configuration(call + " was answered with metadata of another issuer, "
                        + told.getIssuer().getValue() + " (RFC 8414 section 3.3)");
            }
            return Metadata.of(told, certificate);
        } catch (ParseException e) {
            throw new TokenFailure.Configuration(call + " was answered with unusable metadata: " + e.getMessage(), e);
        }
    }

    /** Nothing but a question was sent, so it can always be asked again; what is wrong for good is said loudly. */
    private static TokenFailure refused(String call, HTTPResponse answer) {
        Optional<String> wait = Optional.ofNullable(answer.getHeaderValue("Retry-After"));
        Optional<String> date = Optional.ofNullable(answer.getHeaderValue("Date"));
        String what = call + " was answered with " + answer.getStatusCode();
        TokenFailure failure = new Refusal(
                        answer.getStatusCode(), Optional.empty(), RetryAfter.of(wait, date, Clock.systemUTC()))
                .as(what);
        if (failure instanceof TokenFailure.Transient) {
            return failure;
        }
        return failure instanceof TokenFailure.OutcomeUnknown
                ? TokenFailure.Transient.unsent(what, null)
                : new TokenFailure.Configuration(what);
    }
}
