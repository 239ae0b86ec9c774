package dev.tollgate.rest.wiring;

import dev.tollgate.gate.FlightScope;
import dev.tollgate.gate.OwnFlight;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.realm.ActiveRealm;
import dev.tollgate.rest.realm.OwnFlights;
import dev.tollgate.rest.realm.RealmsLookup;
import dev.tollgate.rest.refresh.PromiseType;
import dev.tollgate.rest.refresh.Promises;
import dev.tollgate.rest.refresh.RefreshBean;
import dev.tollgate.source.TokenFailure;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call of a realm's {@code @RefreshToken} bean method by the application a flight of the gate. The gate's own call
 * goes through; on a client interface, the filters have decided.
 */
@RefreshToken
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RefreshTokenInterceptor {

    private final RealmsLookup realms = new RealmsLookup();

    @AroundInvoke
    @Nullable
    Object fly(InvocationContext invocation) throws Exception {
        Optional<ActiveRealm> realm = realms.find().flatMap(known -> known.refreshedBy(invocation.getMethod()));
        if (realm.isEmpty()) {
            return invocation.proceed();
        }
        TokenGate gate = realm.get().gate(realm.get().session());
        if (gate.scope().covers(FlightScope.current())) {
            return invocation.proceed();
        }
        Optional<PromiseType> promise = Promises.typeOf(invocation.getMethod().getReturnType());
        return promise.isPresent()
                ? promise.get().of(() -> flyLater(invocation, gate, realm.get()))
                : fly(invocation, gate, realm.get());
    }

    private static CompletionStage<?> flyLater(InvocationContext invocation, TokenGate gate, ActiveRealm realm) {
        try {
            return RefreshBean.tokens(fly(invocation, gate, realm));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static @Nullable Object fly(InvocationContext invocation, TokenGate gate, ActiveRealm realm)
            throws Exception {
        String name = invocation.getMethod().getDeclaringClass().getSimpleName() + "."
                + invocation.getMethod().getName();
        OwnFlight flight = OwnFlights.open(realm.name(), gate, () -> name);
        FlightScope before = FlightScope.current();
        FlightScope.restore(flight.scope()); // what it calls is part of the flight
        try {
            return proceed(invocation, flight, thrown -> failure(realm, name, thrown, flight));
        } finally {
            FlightScope.restore(before);
        }
    }

    private static @Nullable Object proceed(
            InvocationContext invocation, OwnFlight flight, Function<@Nullable Throwable, TokenFailure> failure)
            throws Exception {
        try {
            Object returned = Promises.begun(invocation.proceed());
            RefreshBean.tokens(returned).whenComplete((tokens, thrown) -> {
                if (thrown == null && tokens != null) {
                    flight.land(tokens);
                } else {
                    flight.fail(failure.apply(thrown));
                }
            });
            return returned;
        } catch (Exception | Error e) {
            flight.fail(failure.apply(e));
            throw e;
        }
    }

    private static TokenFailure failure(ActiveRealm realm, String name, @Nullable Throwable thrown, OwnFlight flight) {
        return thrown == null
                ? TokenFailure.Configuration.unusableAnswer(name + " returned no tokens", null)
                : realm.outcome().failure(thrown, name, flight.secrets());
    }
}
