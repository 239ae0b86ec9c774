package dev.tollgate.rest.realm;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.refresh.RefreshCall;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a call brings along from the thread on which it was made: whether it is part of a flight, whose session it belongs
 * to, and which role the code around it has given it. Filters of asynchronous methods run on another thread, so it is
 * captured on the caller's and restored on theirs. Immutable.
 */
public final class CallContext {

    private static final CallContext NONE = new CallContext(null, null, false, Map.of(), List.of());
    private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

    private final @Nullable RefreshCall refresh;
    private final @Nullable Role role;
    private final boolean guest;
    private final Map<String, Owner> owners;
    private final List<String> questions;

    private CallContext(
            @Nullable RefreshCall refresh,
            @Nullable Role role,
            boolean guest,
            Map<String, Owner> owners,
            List<String> questions) {
        this.refresh = refresh;
        this.role = role;
        this.guest = guest;
        this.owners = owners;
        this.questions = questions;
    }

    /** Ends what was entered. What was before belongs to the thread: on another one it does nothing. */
    @FunctionalInterface
    public interface Restore extends AutoCloseable {
        @Override
        void close();
    }

    /** The context of this thread. */
    public static CallContext current() {
        CallContext current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** The context of a thread that brings nothing along. */
    public static CallContext none() {
        return NONE;
    }

    /** This context with the refresh call of the gate that the thread is making. */
    CallContext refreshing(RefreshCall call) {
        return new CallContext(call, role, guest, owners, questions);
    }

    /** This context in which every call has {@code role}, whatever its method is marked with. */
    public CallContext as(Role given) {
        return new CallContext(refresh, given, guest, owners, questions);
    }

    /** This context inside a {@code @Guest} scope. */
    public CallContext guest() {
        return new CallContext(refresh, role, true, owners, questions);
    }

    /**
     * This context for what a bean of the application does when it is asked about a call: it may be asked about any, so its
     * calls have nothing of this one but its owners.
     */
    CallContext ofABean() {
        return new CallContext(null, null, false, owners, questions);
    }

    /** The same, where it is asked {@code question}. */
    public CallContext asking(String question) {
        List<String> all =
                Stream.concat(questions.stream(), Stream.of(question)).toList();
        return new CallContext(null, null, false, owners, all);
    }

    /** How many beans are being asked {@code question}, each by a call that the one before makes. */
    public int timesAsked(String question) {
        return Collections.frequency(questions, question);
    }

    /** This context in which the calls to {@code realm} belong to {@code owner}. */
    CallContext in(String realm, Owner owner) {
        Map<String, Owner> more = new HashMap<>(owners);
        more.put(realm, owner);
        return new CallContext(refresh, role, guest, Map.copyOf(more), questions);
    }

    /** Makes this the context of the current thread. */
    public Restore enter() {
        CallContext before = current();
        set(this);
        return onThisThread(() -> set(before));
    }

    private static Restore onThisThread(Restore restore) {
        Thread entered = Thread.currentThread();
        return () -> {
            if (Thread.currentThread() == entered) {
                restore.close();
            }
        };
    }

    /** What {@code work} answers in this context. */
    public <T> T get(Supplier<T> work) {
        try (Restore ignored = enter()) {
            return work.get();
        }
    }

    /** The refresh call of the gate that this thread is making. */
    public Optional<RefreshCall> refreshCall() {
        return Optional.ofNullable(refresh);
    }

    /** The role that the code around a call has given it. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /** Whether a call without any role is a guest's. */
    public boolean isGuest() {
        return guest;
    }

    /** Whom the calls to {@code realm} belong to, if that has been told already. */
    Optional<Owner> owner(String realm) {
        return Optional.ofNullable(owners.get(realm));
    }

    private static void set(CallContext context) {
        if (context == NONE) {
            CURRENT.remove();
        } else {
            CURRENT.set(context);
        }
    }

    /** All of this thread's context, to be taken to another thread. */
    public static Captured capture() {
        return new Captured(current(), FlightScope.current());
    }

    /**
     * A context that is on its way to another thread.
     *
     * @param context what the call brings along
     * @param flight the flight that it is part of
     */
    public record Captured(CallContext context, @Nullable FlightScope flight) {

        /** Makes it the context of the current thread. */
        public Restore enter() {
            FlightScope before = FlightScope.current();
            Restore restore = context.enter();
            FlightScope.restore(flight);
            return onThisThread(() -> {
                restore.close();
                FlightScope.restore(before);
            });
        }
    }
}
