package dev.tollgate.oauth2;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of one session, one for each target: kept together, so that all of them are as old as the refresh token
 * that brought them. Asks for them one after the other, each with the refresh token that the one before has brought: none
 * is ever used twice.
 */
final class TargetTokens {

    /** Begins the names of the attributes that have the access tokens. */
    private static final String TOKEN = "access_token ";
    /** Begins the names of those that tell why there is none; an empty one tells nothing. */
    private static final String FAILURE = "no access_token ";

    private final Targets targets;
    private final List<Target> all;

    /** Asks the server once. */
    @FunctionalInterface
    interface Ask {
        /** Tokens for {@code target}, by the newest refresh token, or anew where there is none. */
        TokenSet tokens(Target target, @Nullable String refreshToken);
    }

    TargetTokens(Targets targets) {
        this.targets = targets;
        this.all = targets.all();
    }

    /** Whether tokens for {@code target} are among those that are asked for. */
    boolean has(Target target) {
        return all.contains(target);
    }

    /**
     * Tokens for all targets. A target that the server refuses does without, as long as there is another.
     *
     * @param refreshToken to begin with; null if tokens are acquired anew
     */
    TokenSet ask(@Nullable String refreshToken, Ask server) {
        if (all.size() == 1) {
            return server.tokens(all.get(0), refreshToken);
        }
        Map<Target, TokenSet> told = new LinkedHashMap<>();
        Map<Target, TokenFailure> refused = new LinkedHashMap<>();
        RefreshTokens chain = new RefreshTokens(refreshToken);
        for (Target target : all) {
            try {
                TokenSet tokens = server.tokens(target, chain.newest);
                told.put(target, tokens);
                chain.answered(tokens);
            } catch (TokenFailure.Transient | TokenFailure.Configuration e) {
                if (chain.mayBeUsedUpBy(e)) {
                    throw chain.lostBy(e);
                }
                refused.put(target, e);
            } catch (TokenFailure.OutcomeUnknown e) {
                throw chain.lostBy(e);
            }
            // any other failure is about the refresh token, and so about all of them
        }
        return together(told, refused, chain.newest);
    }

    /** The refresh tokens of one session, one after the other, and what the server was seen to do with them. */
    private static final class RefreshTokens {

        private @Nullable String newest;
        private boolean replaced;
        private boolean kept;

        RefreshTokens(@Nullable String first) {
            newest = first;
        }

        void answered(TokenSet tokens) {
            @Nullable String next = tokens.refreshToken().orElse(newest);
            if (newest != null) {
                replaced |= !newest.equals(next);
                kept |= newest.equals(next);
            }
            newest = next;
        }

        boolean mayBeUsedUpBy(TokenFailure failure) {
            return newest != null
                    && !kept
                    && failure instanceof TokenFailure.Configuration useless
                    && useless.wasGranted();
        }

        /** The gate knows the first one only, which must not be sent again where it has been replaced. */
        TokenFailure lostBy(TokenFailure failure) {
            return replaced
                    ? TokenFailure.OutcomeUnknown.afterRotation(String.valueOf(failure.getMessage()), failure)
                    : failure;
        }
    }

    private static TokenSet together(
            Map<Target, TokenSet> told, Map<Target, TokenFailure> refused, @Nullable String refreshToken) {
        if (told.isEmpty()) {
            throw refused.values().iterator().next();
        }
        TokenSet first = told.values().iterator().next();
        TokenSet.Builder together = first.toBuilder().refreshToken(refreshToken).expiresIn(shortest(told));
        told.forEach((target, tokens) ->
                together.attribute(TOKEN + target.name(), tokens.accessToken()).attribute(FAILURE + target.name(), ""));
        refused.forEach((target, why) -> together.attribute(FAILURE + target.name(), String.valueOf(why.getMessage())));
        return together.build();
    }

    private static @Nullable Duration shortest(Map<Target, TokenSet> told) {
        return told.values().stream()
                .flatMap(tokens -> tokens.expiresIn().stream())
                .min(Duration::compareTo)
                .orElse(null);
    }

    /**
     * What is said of {@code target} when tokens are refreshed: not its scope where that is the one of the tokens at hand
     * (RFC 6749 §6).
     */
    Target onRefresh(Target target) {
        return all.size() == 1 ? new Target(Optional.empty(), target.audiences(), target.resources()) : target;
    }

    /** What calls of {@code client} carry of {@code held}. */
    TokenSet of(Class<?> client, TokenSet held) {
        if (all.size() == 1) {
            return held;
        }
        Target target = targets.of(client);
        String kept = held.attributes().get(TOKEN + target.name());
        if (kept != null) {
            return with(kept, held);
        }
        if (target.equals(targets.common()) && accessTokens(held).isEmpty()) {
            return held; // somebody has signed in with it
        }
        String why = Objects.requireNonNullElse(held.attributes().get(FAILURE + target.name()), "");
        throw TokenFailure.Transient.unsent(why.isEmpty() ? "none was asked for yet with " + target.name() : why, null);
    }

    private static TokenSet with(String accessToken, TokenSet held) {
        TokenSet.Builder own = TokenSet.of(accessToken)
                .tokenType(held.tokenType())
                .refreshToken(held.refreshToken().orElse(null))
                .expiresIn(held.expiresIn().orElse(null));
        held.attributes().forEach(own::attribute);
        return own.build();
    }

    /** All access tokens beside the one that {@code held} shows; that one may be among them. */
    static List<String> accessTokens(TokenSet held) {
        return held.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(TOKEN))
                .map(Map.Entry::getValue)
                .toList();
    }
}
