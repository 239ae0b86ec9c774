package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerConfigurationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer for its metadata when they are first needed: by one thread, for all. What has failed is asked again
 * with the next attempt of a gate. What is known is looked up again after a day, or when it has proven to be out of
 * date, and kept if that fails.
 */
final class Discovery {

    /** Servers seldom change, and tell nobody. */
    static final Duration FRESH = Duration.ofDays(1);

    /** Until what could not be looked up is looked up once more. */
    static final Duration LOOKED_UP_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private final URI issuer;
    private final Transport transport;
    private final boolean certificate;
    private final TimeSource time;
    private final AtomicReference<@Nullable CompletableFuture<Metadata>> asking = new AtomicReference<>();
    private volatile @Nullable Known known;

    private record Known(Metadata metadata, long staleAt) {}

    Discovery(URI issuer, Transport transport, boolean certificate, TimeSource time) {
        this.issuer = issuer;
        this.transport = transport;
        this.certificate = certificate;
        this.time = time;
    }

    /**
     * Takes half of the time at most, so that an attempt which ends in here is known to have sent nothing.
     *
     * @throws TokenFailure if they can not be had; no secret has been sent then
     */
    Metadata metadata(Deadline attempt) {
        Known current = known;
        if (current != null && time.nanoTime() - current.staleAt < 0) {
            return current.metadata;
        }
        Deadline deadline = half(attempt);
        return askedByOne(current, running -> current == null ? await(running, deadline) : current.metadata, deadline);
    }

    /** {@code old} ones have proven to be out of date: what they are now; the same if nobody can tell. */
    Metadata newerThan(Metadata old, Deadline attempt) {
        Known current = known;
        if (current == null || !current.metadata.equals(old)) {
            return metadata(attempt);
        }
        Deadline deadline = half(attempt);
        return askedByOne(current, running -> await(running, deadline), deadline);
    }

    private Deadline half(Deadline attempt) {
        return Deadline.in(attempt.remaining().dividedBy(2), time);
    }

    private Metadata askedByOne(
            @Nullable Known current, Function<CompletableFuture<Metadata>, Metadata> byAnother, Deadline deadline) {
        CompletableFuture<Metadata> mine = new CompletableFuture<>();
        CompletableFuture<Metadata> running = asking.compareAndExchange(null, mine);
        if (running != null) {
            return byAnother.apply(running);
        }
        try {
            Metadata found = meanwhile(current, deadline);
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.set(null);
        }
    }

    private Metadata meanwhile(@Nullable Known current, Deadline deadline) {
        Known meanwhile = known;
        if (meanwhile != null && !meanwhile.equals(current)) {
            return meanwhile.metadata;
        }
        return current == null ? ask(deadline) : askAgain(current.metadata, deadline);
    }

    private Metadata keep(Metadata metadata, Duration life) {
        known = new Known(metadata, time.nanoTime() + life.toNanos());
        return metadata;
    }

    /** Takes half of the time at most: what it is needed for has to be sent too. */
    private Metadata askAgain(Metadata old, Deadline deadline) {
        try {
            return ask(half(deadline));
        } catch (TokenFailure e) {
            LOG.log(
                    Level.WARNING,
                    "the metadata of " + issuer + " could not be looked up again; those known are kept",
                    e);
            return keep(old, LOOKED_UP_AGAIN);
        }
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
            return keep(Metadata.of(told, certificate), FRESH);
        } catch (ParseException | IllegalArgumentException e) {
            // the SDK's types throw the latter
            throw new TokenFailure.Configuration(call + " was answered with unusable metadata: " + e.getMessage(), e);
        }
    }

    /** Nothing but a question was sent, so it can always be asked again; what is wrong for good is said loudly. */
    private static TokenFailure refused(String call, HTTPResponse answer) {
        Refusal refusal = new Refusal(answer.getStatusCode(), Optional.empty(), TokenAnswers.retryAfter(answer));
        TokenFailure failure = RefusalRule.AUTHORIZATION_SERVER.failure(refusal, call, List.of());
        String what = String.valueOf(failure.getMessage());
        if (failure instanceof TokenFailure.Transient later && !later.isWithoutError()) {
            @Nullable Duration pause = later.retryAfter().orElse(null);
            return TokenFailure.Transient.unsent(what, null, pause);
        }
        return failure instanceof TokenFailure.OutcomeUnknown
                ? TokenFailure.Transient.unsent(what, null)
                : new TokenFailure.Configuration(what);
    }
}
