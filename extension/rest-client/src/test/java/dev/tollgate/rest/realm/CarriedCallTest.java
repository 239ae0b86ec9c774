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
