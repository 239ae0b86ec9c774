package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server in whose answers everything happens, and that accuses the gate of what it must never do. Its
 * tokens are named {@code <kind>-<session>-<number>}.
 */
final class SoakServer implements TokenSource {

    private static final int[] LIVES_IN_MILLIS = {0, 1, 900, 5_000, 60_000, 300_000};
    private static final int FOREVER = LIVES_IN_MILLIS.length;

    private final Random random;
    private final SoakSchedule schedule;
    private final SoakSessions sessions;
    private final List<String> log;
    private final List<String> accusations = new ArrayList<>();
    private final boolean acquires;
    private final int mayBeSent;
    private final List<Question> open = new ArrayList<>();
    private final Map<String, Integer> sentInVain = new HashMap<>();
    private int issued;
    private int questions;
    private boolean healthy;

    /** @param mayBeSent how often a refresh token may be sent while nothing is known of the first time */
    SoakServer(
            Random random,
            SoakSchedule schedule,
            SoakSessions sessions,
            List<String> log,
            boolean acquires,
            int mayBeSent) {
        this.log = log;
        this.random = random;
        this.schedule = schedule;
        this.sessions = sessions;
        this.acquires = acquires;
        this.mayBeSent = mayBeSent;
    }

    List<String> accusations() {
        return accusations;
    }

    /** How often it was asked. */
    int questions() {
        return questions;
    }

    /** From now on all goes well. */
    void recover() {
        healthy = true;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        String refreshToken = current.refreshToken().orElseThrow();
        if (sentInVain.merge(refreshToken, 1, Integer::sum) > mayBeSent) {
            accusations.add("sent again, although nothing is known of the first time: " + refreshToken);
        }
        return ask(SoakSessions.of(refreshToken), refreshToken, request);
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return ask(sessions.begun(), null, request);
    }

    @Override
    public boolean canAcquire() {
        schedule.pause();
        return acquires;
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        schedule.pause();
        return current.refreshToken().isPresent();
    }

    private CompletionStage<TokenSet> ask(int session, @Nullable String refreshToken, TokenRequest request) {
        Duration left = schedule.quietly(() -> request.deadline().remaining());
        Question question = expect(session, refreshToken, ((SoakCaller) request.trigger()).changes(), left);
        schedule.pause();
        if (!healthy && random.nextInt(30) == 0) {
            open.remove(question);
            throw new IllegalStateException("a bug in the source");
        }
        if (random.nextInt(5) == 0) {
            answer(question);
        }
        return question.answer;
    }

    /**
     * Somebody has set out for tokens, and nobody else may until he is back or his time is up.
     *
     * @param changes how many sign-ins and sign-outs there had been as he set out
     */
    Question expect(int session, @Nullable String refreshToken, int changes, Duration left) {
        questions++;
        Question question = new Question(session, refreshToken, changes, schedule.nanos() + left.toNanos());
        if (isUnderWay(question) && open.stream().anyMatch(this::isUnderWay)) {
            accusations.add("a second flight, while one is under way");
        }
        open.add(question);
        log.add("is asked for session " + session + " with " + refreshToken + ", until " + left);
        return question;
    }

    private boolean isUnderWay(Question question) {
        return question.changes == sessions.changes() && !isLate(question);
    }

    private boolean isLate(Question question) {
        return question.deadline - schedule.nanos() <= 0;
    }

    boolean isAsked() {
        return !open.isEmpty();
    }

    /** Answers any one of the open questions, those that nobody waits for any more among them. */
    void answerOne() {
        if (!open.isEmpty()) {
            answer(open.get(random.nextInt(open.size())));
        }
    }

    private void answer(Question question) {
        open.remove(question);
        int kind = healthy ? 0 : random.nextInt(40);
        log.add("answers for session " + question.session + " (" + kind + ")");
        if (kind < 18) {
            question.answer.complete(renewed(question));
        } else if (kind < 28 && !isLate(question)) {
            notUsed(question);
            Duration later = random.nextBoolean() ? Duration.ofMillis(random.nextInt(3_000)) : null;
            question.answer.completeExceptionally(new TokenFailure.Transient("503", null, later));
        } else if (kind < 30 && !isLate(question)) {
            notUsed(question);
            question.answer.completeExceptionally(new TokenFailure.Configuration("invalid_client"));
        } else if (kind < 32) {
            question.answer.completeExceptionally(TokenFailure.Configuration.unusableAnswer("no JSON", null));
        } else if (kind < 35) {
            question.answer.completeExceptionally(new TokenFailure.OutcomeUnknown("reset", null));
        } else if (kind < 38) {
            question.answer.completeExceptionally(new IllegalStateException("who knows"));
        } else {
            question.answer.completeExceptionally(new TokenFailure.Terminal("invalid_grant"));
        }
    }

    /** What is known of this time tells nothing about an earlier one. */
    private void notUsed(Question question) {
        if (question.refreshToken != null) {
            sentInVain.remove(question.refreshToken, 1);
        }
    }

    private TokenSet renewed(Question question) {
        TokenSet renewed = tokens(question.session);
        if (isLate(question) || random.nextInt(4) > 0) {
            return renewed.toBuilder()
                    .refreshToken("rt-" + question.session + "-" + issued)
                    .build();
        }
        stillGood(question);
        return renewed.toBuilder().refreshToken(null).build();
    }

    /** It was accepted and not replaced: whatever became of it before, it may be sent. */
    private void stillGood(Question question) {
        if (question.refreshToken != null) {
            sentInVain.remove(question.refreshToken);
        }
    }

    /** Tokens of a session, with any life. */
    TokenSet tokens(int session) {
        issued++;
        int life = healthy ? FOREVER - 1 : random.nextInt(FOREVER + 1);
        boolean refreshable = healthy || random.nextInt(10) > 0;
        return TokenSet.of("at-" + session + "-" + issued)
                .refreshToken(refreshable ? "rt-" + session + "-" + issued : null)
                .expiresIn(life == FOREVER ? null : Duration.ofMillis(LIVES_IN_MILLIS[life]))
                .build();
    }

    /** One call of the token endpoint, or the application's own refresh; it belongs to the sessions before the next change. */
    record Question(
            int session,
            @Nullable String refreshToken,
            int changes,
            long deadline,
            CompletableFuture<TokenSet> answer) {

        Question(int session, @Nullable String refreshToken, int changes, long deadline) {
            this(session, refreshToken, changes, deadline, new CompletableFuture<>());
        }
    }
}
