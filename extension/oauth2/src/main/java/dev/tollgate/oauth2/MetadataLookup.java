package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for the metadata of an issuer, wherever they may be. */
final class MetadataLookup {

    private static final int MOST_REDIRECTS = 3;

    private final URI issuer;
    private final List<URI> places;
    private final Transport transport;
    private final boolean certificate;
    private final Function<URI, Optional<String>> objection;

    /**
     * @param places where the metadata may be, the likeliest first
     * @param certificate whether requests bear a certificate
     * @param objection why an address must not be asked
     */
    MetadataLookup(
            URI issuer,
            List<URI> places,
            Transport transport,
            boolean certificate,
            Function<URI, Optional<String>> objection) {
        this.issuer = issuer;
        this.places = List.copyOf(places);
        this.transport = transport;
        this.certificate = certificate;
        this.objection = objection;
    }

    private sealed interface Look {
        record Found(Metadata metadata) implements Look {}

        /** @param enough whether another place would tell no more */
        record Nothing(TokenFailure failure, boolean enough) implements Look {}
    }

    URI issuer() {
        return issuer;
    }

    /** @throws TokenFailure if there are none; no secret has been sent then */
    Metadata find(Deadline deadline) {
        List<TokenFailure> failures = new ArrayList<>();
        for (URI place : places) {
            Look look = look(place, deadline);
            if (look instanceof Look.Found found) {
                return found.metadata();
            }
            Look.Nothing nothing = (Look.Nothing) look;
            failures.add(nothing.failure());
            if (nothing.enough()) {
                break;
            }
        }
        throw failure(failures);
    }

    /** What may pass goes before what is wrong: it may be what hides the metadata. */
    private TokenFailure failure(List<TokenFailure> failures) {
        Optional<TokenFailure> passing = failures.stream()
                .filter(TokenFailure.Transient.class::isInstance)
                .findFirst();
        if (passing.isPresent() || failures.size() == 1) {
            return passing.orElse(failures.get(0));
        }
        return new TokenFailure.Configuration(
                "issuer " + issuer + " has no metadata, look at the path in issuer; or set metadata-endpoint, or"
                        + " token-endpoint: "
                        + failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")));
    }

    /** A redirect is followed, since nothing secret goes along and the issuer is checked at its end. */
    private Look look(URI place, Deadline deadline) {
        URI at = place;
        String call = "GET " + Addresses.shown(place);
        for (int left = MOST_REDIRECTS; ; left--) {
            HTTPResponse answer;
            try {
                answer = transport.get(at, Addresses.haveOneOrigin(at, place), deadline);
            } catch (IOException e) {
                return new Look.Nothing(
                        TokenFailure.Transient.unsent(call + " got no answer" + transport.reason(e), e), true);
            }
            Optional<URI> next = Redirects.target(answer, at);
            if (next.isEmpty()) {
                return read(call, place, answer);
            }
            call += ", redirected to " + Addresses.shown(next.get()) + ",";
            Optional<String> why = left == 0
                    ? Optional.of("that is redirect number " + (MOST_REDIRECTS + 1))
                    : objectionTo(next.get(), at);
            if (why.isPresent()) {
                String what =
                        call + " is not followed there: " + why.get() + " (metadata-endpoint can name the address)";
                return new Look.Nothing(new TokenFailure.Configuration(what), false);
            }
            at = next.get();
        }
    }

    private Optional<String> objectionTo(URI target, URI from) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())
                ? Optional.of("it is not https")
                : objection.apply(target);
    }

    private Look read(String call, URI place, HTTPResponse answer) {
        if (answer.getStatusCode() != 200) {
            TokenFailure failure = refused(call, answer);
            boolean leaveAlone = failure instanceof TokenFailure.Transient later
                    && later.retryAfter().isPresent();
            return new Look.Nothing(failure, leaveAlone);
        }
        Map<String, ?> json = object(answer);
        if (!(json.get("issuer") instanceof String told) || told.isBlank()) {
            return new Look.Nothing(
                    new TokenFailure.Configuration(
                            call + " was answered with unusable metadata: no JSON object that names an issuer (RFC 8414"
                                    + " section 2)"),
                    false);
        }
        return told.equals(issuer.toString())
                ? new Look.Found(Metadata.of(json, certificate))
                : new Look.Nothing(another(call, place, told), true);
    }

    private static TokenFailure another(String call, URI place, String told) {
        String what = call + " was answered with metadata of another issuer, " + told + " (RFC 8414 section 3.3): ";
        return new TokenFailure.Configuration(
                told.indexOf('{') < 0
                        ? what + "if that is the server that is meant, write issuer=" + told
                                + ", and metadata-endpoint=" + Addresses.shown(place)
                                + " unless its metadata are there too"
                        : what + "that is a template for all tenants; write the id of your tenant into issuer, as "
                                + told + " has it");
    }

    private static Map<String, ?> object(HTTPResponse answer) {
        try {
            return JSONObjectUtils.parse(Objects.requireNonNullElse(answer.getBody(), ""));
        } catch (com.nimbusds.oauth2.sdk.ParseException | RuntimeException e) {
            return Map.of();
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
