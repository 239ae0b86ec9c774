package dev.tollgate.it.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.wire.TokenWriter.Fault;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.testkit.wire.FaultProxy;
import dev.tollgate.testkit.wire.WireFault;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A refresh by the application that gets no answer: its flight ends at once, not when an attempt may have taken too long,
 * and the session goes on where nothing was sent. Injected clients and those that are built are alike in that.
 */
public abstract class OwnRefreshFaultsScenario extends ShopScenario {

    private final FaultProxy proxy = WireProxy.get();

    @Inject
    @RestClient
    OwnRefreshClient client;

    private TokenSet held = TokenSet.of("none").build();

    /** Where the client comes from. */
    public enum From {
        INJECTION,
        BUILDER
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        proxy.clear();
        proxy.acceptConnections();
        Tripwire.disarm();
        TokenWriter.failNext(Fault.NOWHERE);
        client.login(credentials("alice"));
        held = realm().tokens();
        expireLocally();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("own-refresh");
    }

    @ParameterizedTest
    @EnumSource
    void answerIsWhatItWouldBeWithoutTheGate(From from) {
        try (Response answer = client(from).refresh(held)) {
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getStatusInfo().getReasonPhrase()).isEqualTo("OK");
            assertThat(answer.getMediaType().toString()).startsWith("application/json");
            assertThat(answer.readEntity(JsonObject.class).getString("access_token"))
                    .isEqualTo(realm().tokens().accessToken());
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedConnectionKeepsTheSession(From from) throws Exception {
        refuseConnections();

        assertThat(catchThrowable(() -> client(from).refresh(held))).isNotNull();

        assertThatNothingIsUnderWay();
        Future<JsonObject> waiting = inParallel(() -> client.place(credentials("order")));
        proxy.acceptConnections();
        assertThat(await(waiting).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedConnectionOfAnAsynchronousRefreshKeepsTheSession(From from) throws Exception {
        refuseConnections();

        assertThat(catchThrowable(() -> tollgate.callAs(
                                Role.REFRESH_TOKEN, () -> client(from).refreshLater(held))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS)))
                .isNotNull();

        proxy.acceptConnections();
        assertThatTheSessionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void writerThatFailsKeepsTheSession(Fault fault) {
        TokenWriter.failNext(fault);

        Throwable failure = catchThrowable(() -> client.refresh(held).close());

        assertThat(failure != null).isEqualTo(fault != Fault.NOWHERE);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(fault == Fault.NOWHERE ? 1 : 0);
        assertThatTheSessionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void writerThatFailsTheGateKeepsTheSession(Fault fault) {
        TokenWriter.failNext(fault);

        assertThatTheSessionGoesOn();
    }

    @ParameterizedTest
    @EnumSource
    void filterThatFailsKeepsTheSession(From from) {
        Tripwire.failNext();

        assertThat(catchThrowable(() -> client(from).refresh(held))).isNotNull();

        assertThatTheSessionGoesOn();
    }

    @Test
    void filterThatFailsTheGateKeepsTheSession() throws Exception {
        refuseConnections();
        Future<JsonObject> waiting = inParallel(() -> client.place(credentials("order")));
        awaitWaiters(1);
        Tripwire.failNext();

        proxy.acceptConnections();

        assertThat(await(waiting).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER_DELIVERY", "RESET_BEFORE_DELIVERY", "ANSWER_LOST", "RESET_IN_THE_BODY"})
    void lostAnswerEndsTheSessionAtOnce(RefreshFault fault) {
        proxy.always("/token", fault.onTheWire());

        assertThat(catchThrowable(() -> client(From.BUILDER).refresh(held))).isNotNull();

        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SESSION_EXPIRED);
    }

    @Test
    void readTimeoutEndsTheSessionAtOnce() {
        proxy.always("/token", WireFault.neverAnswer());
        OwnRefreshClient hasty = RestClientBuilder.newBuilder()
                .baseUri(proxy.uri())
                .readTimeout(300, TimeUnit.MILLISECONDS)
                .build(OwnRefreshClient.class);

        assertThat(catchThrowable(() -> hasty.refresh(held))).isNotNull();

        assertThat(realm().status().state()).isEqualTo(GateStatus.State.SESSION_EXPIRED);
    }

    private OwnRefreshClient client(From from) {
        return from == From.INJECTION
                ? client
                : RestClientBuilder.newBuilder().baseUri(proxy.uri()).build(OwnRefreshClient.class);
    }

    private void assertThatTheSessionGoesOn() {
        assertThatNothingIsUnderWay();
        assertThat(client.place(credentials("order")).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** The tokens have expired, so only a flight that nobody has ended would be under way; it would be for a minute. */
    private void assertThatNothingIsUnderWay() {
        assertThat(realm().status().state()).isNotIn(GateStatus.State.REFRESHING, GateStatus.State.SESSION_EXPIRED);
    }

    /** A connection from before would carry the refresh: there is none left when a call is refused for want of one. */
    private void refuseConnections() {
        proxy.refuseConnections();
        proxy.closeIdleConnections();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!isRefused(catchThrowable(client::catalog))) {
            assertThat(System.nanoTime())
                    .as("time until the last connection is gone")
                    .isLessThan(end);
        }
    }

    private static boolean isRefused(@Nullable Throwable failure) {
        return failure != null && (failure instanceof ConnectException || isRefused(failure.getCause()));
    }
}
