package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.gate.GateListener;
import dev.tollgate.gate.GateThreads;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells the application's observers what happens at the gates. Sign-in and sign-out are told by the thread that does it,
 * which goes on when all observers have ended, asynchronous ones too; all else is told by a thread of its own, one event
 * after the other, since nobody must hold a flight up; of those that wait, a bounded number. A failing observer changes nothing.
 */
final class CdiEvents implements GateListener {

    private static final Logger LOG = System.getLogger("dev.tollgate.rest");

    private final EventQueue later;
    private final Duration patience;

    CdiEvents(String realm, GateThreads teller, Duration patience) {
        this.later = new EventQueue(
                realm, teller::run, event -> unlessEnded(event, () -> inRequestContext(() -> tell(event))));
        this.patience = patience;
    }

    @Override
    public void on(GateEvent event) {
        if (hasEnded()) {
            return;
        }
        if (event instanceof GateEvent.SignedIn || event instanceof GateEvent.SignedOut) {
            tell(event);
        } else {
            tellApart(event);
        }
    }

    private void tellApart(GateEvent event) {
        try {
            later.add(event);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the application has ended", e);
        }
    }

    /** The container may end at any moment, and its observers with it: then there is nothing to report. */
    private static void unlessEnded(GateEvent event, Runnable telling) {
        try {
            if (!hasEnded()) {
                telling.run();
            }
        } catch (RuntimeException | Error e) {
            failed(event, e);
        }
    }

    /** With the application its observers end; the gates are closed after that. */
    private static boolean hasEnded() {
        try {
            return CDI.current() == null;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void tell(GateEvent event) {
        try (CallContext.Restore ignored = CallContext.current().ofABean().enter()) {
            fire(event);
        }
    }

    private void fire(GateEvent event) {
        Event<Object> events = CDI.current().getBeanManager().getEvent();
        CompletionStage<Object> later = events.fireAsync(event);
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            failed(event, e);
        }
        await(event, later);
    }

    private void await(GateEvent event, CompletionStage<Object> observers) {
        try {
            observers.toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            failed(event, e);
        }
    }

    private static void failed(GateEvent event, Throwable why) {
        LOG.log(
                hasEnded() ? Level.DEBUG : Level.WARNING,
                "An observer of " + event.getClass().getSimpleName() + " failed",
                why);
    }

    private static void inRequestContext(Runnable work) {
        RequestContextController context =
                CDI.current().select(RequestContextController.class).get();
        boolean activated = context.activate();
        try {
            work.run();
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }
}
