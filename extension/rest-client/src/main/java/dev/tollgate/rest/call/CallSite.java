package dev.tollgate.rest.call;

import dev.tollgate.gate.CallKind;
import dev.tollgate.gate.FlightScope;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.realm.ActiveRealm;
import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.ClientProfile;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.rest.waiting.Callback;
import dev.tollgate.rest.waiting.Waiting;
import dev.tollgate.source.SessionKey;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which method of which client is called, by whom and as what.
 *
 * @param profile the client in its realm
 * @param method the method
 * @param role the part that the call plays
 * @param session whose session it belongs to
 * @param subjectToken the token with which its caller came, where it is exchanged for the realm's
 * @param context what it brings along
 * @param waiting how it waits
 */
record CallSite(
        ClientProfile profile,
        Method method,
        Role role,
        SessionKey session,
        Optional<String> subjectToken,
        CallContext context,
        Waiting waiting)
        implements Call {

    /** A bean that makes a call on some condition may be asked about that as well, and then make none. */
    private static final int MOST_TIMES = 2;

    private static final Duration OVERTIME = Duration.ofSeconds(1);

    ActiveRealm inRealm() {
        return profile.realm();
    }

    TokenGate gate() {
        return inRealm().gate(client(), session);
    }

    /** Whether {@code flight} fetches tokens for the session that this call belongs to. */
    boolean isPartOf(@Nullable FlightScope flight) {
        return flight != null
                && inRealm().gatesOf(session).anyMatch(gate -> gate.scope().covers(flight));
    }

    /** What a bean of the application, of type {@code what}, answers. */
    <T> CompletionStage<T> ask(String what, Supplier<CompletionStage<T>> bean) {
        String question = "the " + what + " for " + describe();
        return new Callback(question, inRealm().patience()).ask(waiting, () -> answer(question, bean));
    }

    private <T> CompletionStage<T> answer(String question, Supplier<CompletionStage<T>> bean) {
        if (context.timesAsked(question) >= MOST_TIMES) {
            throw new ProcessingException("realm '" + realm() + "': " + question
                    + " is asked again and again about a call that it makes itself: mark the methods that it calls"
                    + " with @Guest, or let it answer without a call there");
        }
        return context.asking(question).get(bean);
    }

    /** The calls that a server treats alike. */
    CallKind kind() {
        return profile.kindOf(method);
    }

    /** How long what comes now may take. */
    Deadline patience() {
        return Deadline.in(inRealm().patience(), TimeSource.system());
    }

    /** What the gate settles in time, as long as its timers run; a thread that blocks does not rely on them. */
    <T> CompletionStage<T> until(CompletionStage<T> gate) {
        return waiting.until(gate, inRealm().patience().plus(OVERTIME));
    }

    void warnOnce(String warning) {
        profile.warnOnce(method, warning);
    }

    @Override
    public String realm() {
        return inRealm().name();
    }

    @Override
    public Class<?> client() {
        return profile.client();
    }

    /** {@code ShopClient.orders}. */
    @Override
    public String describe() {
        return profile.describe(method);
    }

    @Override
    public String toString() {
        return describe();
    }
}
