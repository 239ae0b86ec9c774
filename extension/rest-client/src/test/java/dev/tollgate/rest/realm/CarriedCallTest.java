package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriedCallTest {

    private static final int THREADS = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final CallContext alice = CallContext.none().as(Role.LOGIN);
    private final CallContext bob = CallContext.none().as(Role.LOGOUT);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void callThatIsBegunInsideOfItselfLeavesWhatWasBefore() throws Exception {
        CarriedCall call = callOf(alice);

        List<CallContext> seen = on(pool, () -> {
            List<CallContext> contexts = new ArrayList<>();
            call.begin();
            call.begin();
            contexts.add(CallContext.current());
            call.end();
            contexts.add(CallContext.current());
            call.end();
            contexts.add(CallContext.current());
            return contexts;
        });

        assertThat(seen).containsExactly(alice, alice, CallContext.none());
    }

    @Test
    void threadThatHasNotBegunKeepsItsOwn() throws Exception {
        CarriedCall call = callOf(alice);
        on(pool, () -> {
            call.begin();
            return true;
        });

        try (CallContext.Restore ignored = bob.enter()) {
            call.end();
            assertThat(CallContext.current()).isSameAs(bob);
        }
    }

    @Test
    void callThatWasEndedOnAnotherThreadEndsWhereTheNextOneBegins() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        CarriedCall first = callOf(alice);
        on(one, () -> {
            first.begin();
            return true;
        });
        first.end();

        CarriedCall next = callOf(bob);
        CallContext afterwards = on(one, () -> {
            next.begin();
            next.end();
            return CallContext.current();
        });
        one.shutdownNow();

        assertThat(afterwards).isSameAs(CallContext.none());
    }

    /** Which of the two has ended is not known: the one that goes on keeps its context. */
    @Test
    void callThatGoesOnOnTwoThreadsIsNotOverForBothWhenOneOfThemEndsElsewhere() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CarriedCall twice = callOf(alice);
        on(other, () -> {
            twice.begin();
            return true;
        });
        twice.begin();
        on(pool, () -> {
            twice.end();
            return true;
        });

        CallContext inside = insideOf(callOf(bob));
        CallContext goesOn = CallContext.current();
        twice.end();
        CallContext afterwards = CallContext.current();
        CallContext onTheOther = on(other, () -> {
            insideOf(callOf(bob));
            return CallContext.current();
        });
        other.shutdownNow();

        assertThat(List.of(inside, goesOn, afterwards, onTheOther))
                .containsExactly(bob, alice, CallContext.none(), CallContext.none());
    }

    @Test
    void callThatBeginsAgainAfterItWasEndedElsewhereLeavesNothingWhereItBeganFirst() throws Exception {
        ExecutorService first = Executors.newSingleThreadExecutor();
        CarriedCall call = callOf(alice);
        on(first, () -> {
            call.begin();
            return true;
        });
        on(pool, () -> {
            call.end();
            return true;
        });
        call.begin();
        CallContext onTheFirst = on(first, () -> {
            insideOf(callOf(bob));
            return CallContext.current();
        });
        first.shutdownNow();
        CallContext goesOn = insideAndAfter();
        call.end();

        assertThat(List.of(onTheFirst, goesOn, CallContext.current()))
                .containsExactly(CallContext.none(), alice, CallContext.none());
    }

    /** The thread of the caller may be faster than the one that the call goes on on. */
    @Test
    void callThatWasEndedBeforeItBeganEndsWhereTheNextOneBegins() throws Exception {
        CarriedCall call = callOf(alice);
        on(pool, () -> {
            call.end();
            return true;
        });
        call.begin();

        insideOf(callOf(bob));

        assertThat(CallContext.current()).isSameAs(CallContext.none());
    }

    @Test
    void endThatComesTwiceDoesNotEndTheNextBegin() throws Exception {
        CarriedCall call = callOf(alice);
        call.begin();
        call.end();
        call.end();

        call.begin();
        CallContext goesOn = insideAndAfter();
        call.end();

        assertThat(goesOn).isSameAs(alice);
    }

    private static CallContext insideOf(CarriedCall call) {
        call.begin();
        try {
            return CallContext.current();
        } finally {
            call.end();
        }
    }

    private CallContext insideAndAfter() {
        insideOf(callOf(bob));
        return CallContext.current();
    }

    @Test
    void callThatWasNotEndedEndsWithTheOneAroundIt() {
        CarriedCall outer = callOf(alice);
        outer.begin();
        callOf(bob).begin();
        outer.end();

        assertThat(CallContext.current()).isSameAs(CallContext.none());
    }

    @Test
    void whatWasEnteredOnAnotherThreadCannotBeRestoredHere() throws Exception {
        CallContext.Restore elsewhere = on(pool, () -> new CallContext.Captured(alice, null).enter());

        try (CallContext.Restore ignored = bob.enter()) {
            elsewhere.close();
            assertThat(CallContext.current()).isSameAs(bob);
        }
    }

    /** As a library does that captures a context once, and runs all that it is told later in it, whatever the thread. */
    @Test
    void callsThatGoOnOnManyThreadsAtOnceKeepApart() throws Exception {
        List<CarriedCall> calls = List.of(callOf(alice), callOf(bob));
        CyclicBarrier all = new CyclicBarrier(THREADS);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            ends.add(pool.submit(() -> {
                all.await(10, TimeUnit.SECONDS);
                for (int turn = 0; turn < 2_000; turn++) {
                    nest(calls, random, 4);
                }
                return CallContext.current() == CallContext.none();
            }));
        }
        for (Future<Boolean> end : ends) {
            assertThat(end.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void nest(List<CarriedCall> calls, Random random, int depth) {
        CarriedCall call = calls.get(random.nextInt(2));
        CallContext before = CallContext.current();
        call.begin();
        try {
            if (random.nextInt(depth) > 0) {
                nest(calls, random, depth - 1);
            }
            assertThat(CallContext.current()).isSameAs(call == calls.get(0) ? alice : bob);
        } finally {
            call.end();
        }
        assertThat(CallContext.current()).isSameAs(before);
    }

    private static CarriedCall callOf(CallContext context) {
        return context.get(CarriedCall::capture);
    }

    private static <T> T on(ExecutorService pool, Callable<T> work) throws Exception {
        return pool.submit(work).get(10, TimeUnit.SECONDS);
    }
}
