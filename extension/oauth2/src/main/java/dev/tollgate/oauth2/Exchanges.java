package dev.tollgate.oauth2;

import com.nimbusds.jwt.JWTParser;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

/** What tokens that were had in exchange owe to that of the caller (RFC 8693): they do not outlive it. */
final class Exchanges {

    private final ServerClock clock;

    Exchanges(ServerClock clock) {
        this.clock = clock;
    }

    /** @throws TokenFailure.Terminal if {@code subjectToken} is known to have expired: its caller has to bring another */
    void check(String subjectToken) {
        if (clock.isKnown() && remaining(subjectToken).filter(Exchanges::isOver).isPresent()) {
            throw new TokenFailure.Terminal("the token of the caller, which is exchanged, has expired");
        }
    }

    private static boolean isOver(Duration left) {
        return left.isZero() || left.isNegative();
    }

    /** {@code tokens} as long as {@code subjectToken} lives; a refresh token among them would live longer. */
    TokenSet bound(TokenSet tokens, String subjectToken) {
        TokenSet.Builder bound = tokens.toBuilder().refreshToken(null);
        remaining(subjectToken)
                .filter(left -> tokens.expiresIn()
                        .filter(told -> told.compareTo(left) <= 0)
                        .isEmpty())
                .ifPresent(bound::expiresIn);
        return bound.build();
    }

    /** Empty if it is no JSON Web Token that says so; it is parsed, and not validated. */
    private Optional<Duration> remaining(String token) {
        try {
            return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet().getExpirationTime())
                    .map(expires -> Duration.between(clock.now(), expires.toInstant()));
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
