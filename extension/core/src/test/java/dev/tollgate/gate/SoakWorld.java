package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One gate, and everything that can happen to it, in an order that a seed decides. */
final class SoakWorld {

    private static final int PATIENCE = 10_000;

    private final List<String> log = new ArrayList<>();
    private final Random random;
    private final SoakSchedule schedule;
    private final SoakSessions sessions = new SoakSessions();
    private final SoakServer server;
    private final GatePolicy policy;
    private final TokenGate gate;
    private final List<SoakCall> calls = new ArrayList<>();
    private final List<Sent> sentCalls = new ArrayList<>();
    private long newest;
    private long lastGeneration;
    private int served;

    SoakWorld(long seed) {
        random = new Random(seed);
        schedule = new SoakSchedule(random, random.nextInt(3) * 0.03);
        policy = anyPolicy();
        int mayBeSent =
                switch (policy.rotation().orElse(Rotation.NONE)) {
                    case STRICT -> 1;
                    case GRACE -> 2;
                    case NONE -> Integer.MAX_VALUE;
                };
        server = new SoakServer(random, schedule, sessions, log, random.nextInt(3) == 0, mayBeSent);
        gate = new TokenGate(new GateParts(
                RealmParts.of("shop", server, policy, schedule, schedule, this::heard, random::nextDouble),
                SessionKey.APPLICATION));
        schedule.whatMayComeBetween(this::anything);
    }

    private GatePolicy anyPolicy() {
        GatePolicy any = GatePolicy.DEFAULTS
                .withWaitTimeout(Duration.ofMillis(1 + random.nextInt(10_000)))
                .withAttemptTimeout(Duration.ofMillis(1 + random.nextInt(10_000)))
                .withFailFast(random.nextInt(4) == 0)
                .withMaxWaiters(random.nextInt(3) == 0 ? 2 : 10_000);
        return switch (random.nextInt(4)) {
            case 0 -> any.withRotation(Rotation.STRICT);
            case 1 -> any.withRotation(Rotation.GRACE);
            case 2 -> any.withRotation(Rotation.NONE);
            default -> any;
        };
    }

    /** Lets something happen, and looks whether all is well. */
    void step() {
        if (random.nextInt(6) == 0) {
            timePasses();
        } else {
            schedule.step(this::anything);
        }
        inspect();
    }

    private void anything() {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> call();
            case 3 -> reject();
            case 4 -> newer();
            case 5 -> refresh();
            case 6 -> leave();
            case 7 -> signIn();
            case 8 -> signOut();
            case 9 -> signOutOfAnySession();
            case 10 -> ownFlight();
            case 11, 12 -> tellOfAnyCall();
            case 13, 14 -> server.answerOne();
            default -> schedule.runOne();
        }
    }

    // ---- what happens

    private void call() {
        Passage passage = gate.enter(somebody(), CallKind.of(anyClient()));
        watch("call", passage, null, () -> passage.acquire().toCompletableFuture());
    }

    private void refresh() {
        watch("refresh", null, null, () -> gate.refresh(somebody()).toCompletableFuture());
    }

    private void reject() {
        anySent().ifPresent(sent -> {
            sentCalls.remove(sent);
            watch("rejected " + sent.with().generation(), sent.passage(), sent.with(), () -> sent.passage()
                    .verdict()
                    .toCompletableFuture());
        });
    }

    private void newer() {
        anySent().ifPresent(sent -> {
            sentCalls.remove(sent);
            watch("newer than " + sent.with().generation(), sent.passage(), sent.with(), () -> sent.passage()
                    .acquireNewer()
                    .toCompletableFuture());
        });
    }

    private void watch(
            String what, @Nullable Passage passage, @Nullable Grant rejected, Supplier<CompletableFuture<?>> begin) {
        long seen = newest;
        Set<Integer> ended = sessions.ended();
        long deadline = schedule.nanos() + policy.waitTimeout().toNanos();
        calls.add(new SoakCall(what, passage, begin.get(), seen, ended, deadline, rejected));
    }

    private void leave() {
        if (!calls.isEmpty()) {
            calls.get(random.nextInt(calls.size())).outcome().cancel(true);
        }
    }

    private void signIn() {
        log.add("signs in");
        sessions.signIn(session -> gate.signIn(server.tokens(session)));
    }

    private void signOut() {
        log.add("signs out");
        sessions.signOut(gate::signOut);
    }

    private void signOutOfAnySession() {
        anySent().ifPresent(sent -> sessions.perhapsSignOut(() -> gate.signOut(sent.with())));
    }

    private void ownFlight() {
        SoakCaller application = somebody();
        gate.open(application)
                .ifPresent(own -> server.expect(sessions.begun(), null, application.changes(), policy.attemptTimeout())
                        .answer()
                        .whenComplete((tokens, thrown) -> {
                            if (tokens != null) {
                                own.land(tokens);
                            } else if (thrown instanceof TokenFailure failure) {
                                own.fail(failure);
                            }
                        }));
    }

    private void tellOfAnyCall() {
        anySent().ifPresent(sent -> {
            switch (random.nextInt(5)) {
                case 0, 1 -> sent.passage().accepted();
                case 2 -> sent.passage().ended();
                case 3 -> sent.passage().repeatsReplay();
                default -> sent.passage().replayRejected();
            }
        });
    }

    private void timePasses() {
        Duration toTheNext = schedule.untilTheNextAlarm().orElse(Duration.ZERO);
        Duration step =
                switch (random.nextInt(8)) {
                    case 0, 1, 2, 3 -> toTheNext;
                    case 4, 5 -> Duration.ofMillis(random.nextInt(300));
                    case 6 -> Duration.ofMillis(random.nextInt(6_000));
                    default -> Duration.ofMinutes(random.nextInt(6));
                };
        log.add("time passes: " + step);
        schedule.pass(step);
        if (random.nextInt(5) == 0) {
            schedule.moveTheWall(Duration.ofMinutes(random.nextInt(200) - 100L));
        }
    }

    private Optional<Sent> anySent() {
        return sentCalls.isEmpty() ? Optional.empty() : Optional.of(sentCalls.get(random.nextInt(sentCalls.size())));
    }

    private SoakCaller somebody() {
        return new SoakCaller(sessions.changes());
    }

    private String anyClient() {
        return "client-" + random.nextInt(3);
    }

    private void heard(GateEvent event) {
        log.add(event.getClass().getSimpleName());
        if (event instanceof GateEvent.SignedIn || event instanceof GateEvent.SignedOut) {
            sessions.changed();
        }
        schedule.pause();
        schedule.calmDown();
    }

    // ---- the end

    /** Nobody comes any more, and the server answers: all who wait are let go, and nothing is left behind. */
    void comeToRest() {
        server.recover();
        schedule.whatMayComeBetween(() -> {});
        for (int i = 0; i < PATIENCE && !isAtRest(); i++) {
            schedule.step(server::answerOne);
            schedule.step(() -> schedule.runOne());
            if (schedule.isQuiet() && !server.isAsked()) {
                schedule.pass(schedule.untilTheNextAlarm().orElse(Duration.ZERO));
            }
            inspect();
        }
        expect(isAtRest(), "at rest: " + calls.size() + " calls wait, " + schedule.timers() + " timers are set");
        expect(gate.status().waiters() == 0, "nobody waits, but there are waiters: " + gate.status());
    }

    private boolean isAtRest() {
        return calls.isEmpty() && schedule.isQuiet() && schedule.timers() == 0;
    }

    /** Whoever signs in now is served, and refreshed. */
    void goOn() {
        signIn();
        call();
        schedule.pass(Duration.ofMinutes(5));
        call();
        int before = served;
        comeToRest();
        expect(served == before + 2, "served after a new sign-in");
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            server.accusations().add("not " + what);
        }
    }

    int served() {
        return served;
    }

    int questions() {
        return server.questions();
    }

    List<String> accusations() {
        return server.accusations();
    }

    /** What has happened, in order. */
    List<String> log() {
        return log;
    }

    // ---- what must hold

    private void inspect() {
        for (SoakCall call : List.copyOf(calls)) {
            if (call.outcome().isDone()) {
                calls.remove(call);
                settled(call);
            } else if (schedule.isQuiet() && schedule.nanos() - call.deadline() >= 0) {
                server.accusations().add(call.what() + " still waits after its deadline");
            }
        }
        GateStatus status = gate.status();
        if (status.waiters() > policy.maxWaiters()) {
            server.accusations().add("more waiters than may be: " + status.waiters());
        }
        if (status.generation() > 0 && status.generation() < lastGeneration) {
            server.accusations().add("a generation came back: " + status.generation() + " after " + lastGeneration);
        }
        lastGeneration = Math.max(lastGeneration, status.generation());
    }

    private void settled(SoakCall call) {
        log.add(call.result());
        Passage passage = call.passage();
        Grant used = passage == null ? null : passage.used();
        if (passage != null && used != null) {
            sentCalls.add(new Sent(passage, used));
        }
        if (passage != null && passage.repeats() > RejectionRule.REPEATS) {
            server.accusations().add(call.what() + " is sent again and again with the same token");
        }
        newest = Math.max(newest, call.generation());
        served += call.generation() > 0 ? 1 : 0;
        call.accusation().ifPresent(wrong -> server.accusations().add(call.what() + " " + wrong));
    }

    /** A call that is on its way, or has come back, with a token. */
    private record Sent(Passage passage, Grant with) {}
}
