package dev.tollgate.oauth2;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

    private static final Logger LOG = System.getLogger("dev.tollgate.oauth2");

    private static final String UNTIL_RESTART =
            "; it may use up a refresh token by that, so it is not asked again: restart once it grants them";

    private final String realm;
    private final Targets targets;
    private final List<Target> all;
    private final Standings standings;
    private final boolean replaceable;

    /** Asks the server once. */
    @FunctionalInterface
    interface Ask {
        /** Tokens for {@code target}, by the newest refresh token, or anew where there is none. */
        TokenSet tokens(Target target, @Nullable String refreshToken);
    }

    /**
     * What tokens are asked for with.
     *
     * @param refreshToken to begin with; null if tokens are acquired anew
     * @param inDoubt whether it has been sent for a target that was refused
     * @param repeatable whether it may be sent any number of times
     */
    record Start(@Nullable String refreshToken, boolean inDoubt, boolean repeatable) {}

    /** @param replaceable whether tokens can be acquired anew where a refresh token is lost */
    TargetTokens(String realm, Targets targets, boolean replaceable, TimeSource time) {
        this.realm = realm;
        this.targets = targets;
        this.all = targets.all();
        this.replaceable = replaceable;
        this.standings = new Standings(time);
    }

    /** Whether tokens for {@code target} are among those that are asked for. */
    boolean has(Target target) {
        return all.contains(target);
    }

    /** Tokens for all targets. A target that the server refuses does without, as long as there is another. */
    TokenSet ask(Start start, Ask server) {
        if (all.size() == 1) {
            return onlyOne(start, server);
        }
        standings.repeatable(start.repeatable);
        return new Round(start, server).tokens();
    }

    private TokenSet onlyOne(Start start, Ask server) {
        try {
            return server.tokens(all.get(0), start.refreshToken);
        } catch (TargetRefused e) {
            throw e.failure();
        }
    }

    /** One after the other, each with the newest refresh token; none is sent on that may have been used up. */
    private final class Round {

        private final Ask server;
        private final RefreshTokens chain;
        private final boolean began;
        private final boolean hasProven = all.stream().anyMatch(standings::isProven);
        private final Map<Target, TokenSet> told = new LinkedHashMap<>();
        private final Map<Target, TokenFailure> without = new LinkedHashMap<>();

        Round(Start start, Ask server) {
            this.server = server;
            this.began = start.inDoubt || (start.refreshToken != null && standings.isInDoubt(start.refreshToken));
            this.chain = new RefreshTokens(start.refreshToken, began);
        }

        TokenSet tokens() {
            for (Target target : standings.inOrder(all)) {
                Optional<String> objection = standings.objectionTo(target).or(() -> risk(target));
                if (objection.isPresent()) {
                    without.put(target, new TokenFailure.Configuration(objection.get()));
                } else {
                    ask(target);
                }
            }
            return together(told, without, chain);
        }

        /** Where the refresh token may be lost, it goes only to where it is most likely taken; if there is such a place. */
        private Optional<String> risk(Target target) {
            boolean refusedNow = chain.inDoubt && !told.isEmpty();
            boolean isRisk = refusedNow || (chain.inDoubt && hasProven && !standings.isProven(target));
            return isRisk
                    ? Optional.of("not asked for, since the refresh token has been sent for a target that the server"
                            + " refuses, and may have been used up by that")
                    : Optional.empty();
        }

        private void ask(Target target) {
            try {
                TokenSet tokens = server.tokens(target, chain.newest);
                told.put(target, tokens);
                if (chain.inDoubt) {
                    standings.taken(replaceable);
                }
                chain.answered(tokens);
                standings.granted(target);
            } catch (TargetRefused e) {
                refused(target, e.failure());
            } catch (TokenFailure.Transient | TokenFailure.Configuration e) {
                if (chain.mayBeUsedUpBy(e)) {
                    throw chain.lostBy(e);
                }
                without.put(target, e);
            } catch (TokenFailure.OutcomeUnknown e) {
                throw chain.lostBy(e);
            } catch (TokenFailure.Terminal e) {
                // it is about the refresh token, and so about all of them
                throw chain.inDoubt && began ? explained(e) : e;
            }
        }

        private void refused(Target target, TokenFailure why) {
            // tokens that were just acquired have used up no refresh token, and can be acquired anew
            boolean costly = chain.newest != null || !replaceable;
            if (standings.refused(target, String.valueOf(why.getMessage()), costly)) {
                LOG.log(
                        Level.ERROR,
                        "realm '" + realm + "': the server refuses tokens for " + targets.clientsOf(target) + " ("
                                + target.name() + "), whose calls fail: " + why.getMessage()
                                + (standings.objectionTo(target).isEmpty() ? "" : UNTIL_RESTART));
            }
            without.put(target, why);
            if (chain.newest == null || chain.kept || standings.isHarmless()) {
                return;
            }
            chain.inDoubt = true;
            if (told.isEmpty()
                    && all.stream()
                            .anyMatch(other -> standings.objectionTo(other).isEmpty())) {
                standings.doubt(chain.newest);
                // what is at hand is used as long as it is good; the next attempt begins with another target
                throw new TokenFailure.Transient(String.valueOf(why.getMessage()), why);
            }
        }

        private TokenFailure explained(TokenFailure.Terminal dead) {
            return new TokenFailure.Terminal(
                    dead.getMessage()
                            + "; the refresh token had been sent for a target that the server refuses, and which"
                            + " may have used it up: see the ERROR that names it, and audience, resource and scope",
                    dead);
        }
    }

    /** The refresh tokens of one session, one after the other, and what the server was seen to do with them. */
    private static final class RefreshTokens {

        private @Nullable String newest;
        private boolean inDoubt;
        private boolean replaced;
        private boolean kept;

        RefreshTokens(@Nullable String first, boolean inDoubt) {
            this.newest = first;
            this.inDoubt = inDoubt;
        }

        void answered(TokenSet tokens) {
            @Nullable String next = tokens.refreshToken().orElse(newest);
            if (newest != null) {
                replaced |= !newest.equals(next);
                kept |= newest.equals(next);
            }
            newest = next;
            inDoubt = false;
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
            Map<Target, TokenSet> told, Map<Target, TokenFailure> without, RefreshTokens chain) {
        if (told.isEmpty()) {
            throw without.values().iterator().next();
        }
        TokenSet first = told.values().iterator().next();
        TokenSet.Builder together = first.toBuilder()
                .refreshToken(chain.newest)
                .refreshTokenInDoubt(chain.inDoubt)
                .expiresIn(shortest(told));
        told.forEach((target, tokens) ->
                together.attribute(TOKEN + target.name(), tokens.accessToken()).attribute(FAILURE + target.name(), ""));
        without.forEach((target, why) -> together.attribute(FAILURE + target.name(), String.valueOf(why.getMessage())));
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
        String said = Objects.requireNonNullElse(held.attributes().get(FAILURE + target.name()), "");
        String why = said.isEmpty() ? "none was asked for yet with " + target.name() : said;
        throw isNoUseToAsk(target, held)
                ? new TokenFailure.Configuration(why)
                : TokenFailure.Transient.unsent(why, null);
    }

    /** Whether a refresh brings no token for {@code target}, or is a risk for the session; that of one to spare is taken. */
    private boolean isNoUseToAsk(Target target, TokenSet held) {
        boolean inDoubt = held.isRefreshTokenInDoubt();
        return inDoubt ? !replaceable : standings.objectionTo(target).isPresent();
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
