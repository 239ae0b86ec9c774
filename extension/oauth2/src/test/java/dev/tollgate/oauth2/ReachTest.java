package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Repeat;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.testkit.wire.FaultProxy;
import dev.tollgate.testkit.wire.WireFault;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh token that must not be sent twice goes only to a server that is there. */
@Timeout(120)
@ExtendWith(FakeServerExtension.class)
class ReachTest {

    private static final String PROBE = "GET /token HTTP/1.1";
    private static final String REFRESH = "POST /token HTTP/1.1";

    @AutoClose
    private final FaultProxy proxy;

    private final FakeServer fake;
    private final Server server;
    private final ManualClock clock = new ManualClock();
    private final TokenSource source;
    private int signedIn;
    private TokenSet held = TokenSet.of("none").build();

    ReachTest(FakeServer fake) {
        this.fake = fake;
        this.proxy = FaultProxy.to(fake.uri());
        this.server = Server.of(fake)
                .without("client-secret")
                .with("token-endpoint", proxy.uri("/token").toString())
                .with("grant", "password")
                .with("username", "alice")
                .with("password", "alice");
        this.source = server.source(clock);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504, 521, 530})
    void nothingIsSentWhereTheProxyHasNoServer(int status) {
        signIn();
        proxy.always("/token", WireFault.answer(status));

        assertThat(Server.failure(this::refresh))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessage("GET " + proxy.uri("/token") + " was answered with " + status
                        + ", so no refresh token was sent there (probe=true)");
        assertThat(arrived()).containsExactly(PROBE);

        proxy.clear();
        refresh();
        assertThat(arrived()).containsExactly(PROBE, PROBE, REFRESH);
        assertThat(fake.tokens().reuseDetected()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 405, 429, 500, 501})
    void anyOtherAnswerComesFromAServer(int status) {
        signIn();
        fake.faults().next("/token", Answer.status(status));

        refresh();

        assertThat(arrived()).containsExactly(PROBE, REFRESH);
    }

    @Test
    void questionHasNoSecretAndNoName() {
        TokenSource confidential = server.with("client-secret", "s3cr3t").source(clock);
        held = acquire(confidential);
        clock.advance(Reach.LATELY);
        Server.refreshOnce(confidential, held);

        Recorded question = fake.requests().to("/token").get(1);
        assertThat(question.method()).isEqualTo("GET");
        assertThat(question.query() + question.body()).isEmpty();
        assertThat(question.authorization()).isEmpty();
        assertThat(question.headers().toString()).doesNotContain("orders", "s3cr3t");
    }

    @Test
    void serverThatHasJustAnsweredIsNotAsked() {
        signIn();
        refresh();
        clock.advance(Reach.LATELY.minusNanos(1));
        refresh();
        assertThat(arrived()).containsExactly(PROBE, REFRESH, REFRESH);

        clock.advance(Reach.LATELY);
        refresh();
        assertThat(arrived()).containsExactly(PROBE, REFRESH, REFRESH, PROBE, REFRESH);
    }

    @Test
    void answerThatIsLostIsNoAnswer() {
        signIn();
        refresh();
        proxy.next("/token", WireFault.answer(502));
        assertThat(Server.failure(this::refresh)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        proxy.always("/token", WireFault.answer(504));

        assertThat(Server.failure(this::refresh)).isInstanceOf(TokenFailure.Transient.class);

        assertThat(arrived()).containsExactly(PROBE, REFRESH, REFRESH, PROBE);
    }

    @Test
    void whatMayBeSentTwiceIsSentAtOnce() {
        signIn();
        for (Repeat repeat : List.of(Repeat.SAFE, Repeat.ONCE)) {
            clock.advance(Duration.ofHours(1));
            held = source.refresh(held, Server.request(Server.PATIENCE, repeat))
                    .toCompletableFuture()
                    .join();
        }

        assertThat(arrived()).containsExactly(REFRESH, REFRESH);
    }

    @Test
    void questionCanBeSwitchedOff() {
        TokenSource quiet = server.with("probe", "false").source(clock);
        signIn();
        Server.refreshOnce(quiet, held);

        assertThat(arrived()).containsExactly(REFRESH);
    }

    @Test
    void silenceLeavesTimeToSayThatNothingWasSent() {
        signIn();
        proxy.always("/token", WireFault.neverAnswer());
        Duration patience = Duration.ofSeconds(2);

        CompletableFuture<TokenSet> refresh =
                CompletableFuture.supplyAsync(() -> source.refresh(held, Server.request(patience, Repeat.NEVER))
                        .toCompletableFuture()
                        .join());

        assertThat(Server.failure(refresh::join))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse());
        assertThat(arrived()).doesNotContain(REFRESH);
    }

    @Test
    void connectionThatWasClosedMeanwhileCostsNothing() {
        signIn();
        for (int i = 0; i < 5; i++) {
            clock.advance(Reach.LATELY);
            proxy.next("/token", WireFault.closeBeforeRequest()); // on the connection that was kept
            refresh();
        }

        assertThat(fake.tokens().refreshes()).isEqualTo(5);
        assertThat(fake.tokens().reuseDetected()).isZero();
    }

    @Test
    void oneAsksForAll() {
        int sessions = 8;
        List<TokenSet> signedIn =
                IntStream.range(0, sessions).mapToObj(i -> acquire(source)).toList();
        clock.advance(Reach.LATELY);
        int before = proxy.traffic().arrived().size();
        CyclicBarrier start = new CyclicBarrier(sessions);

        signedIn.stream()
                .map(session -> CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            Server.refreshOnce(source, session);
                        },
                        task -> new Thread(task).start()))
                .toList()
                .forEach(CompletableFuture::join);

        List<String> arrived = proxy.traffic().arrived();
        assertThat(arrived.subList(before, arrived.size()))
                .containsOnlyOnce(PROBE)
                .hasSize(1 + sessions);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn() {
        held = acquire(source);
        signedIn = proxy.traffic().arrived().size();
        clock.advance(Reach.LATELY);
    }

    private static TokenSet acquire(TokenSource source) {
        return source.acquire(Server.request(Server.PATIENCE))
                .toCompletableFuture()
                .join();
    }

    private void refresh() {
        held = Server.refreshOnce(source, held).over(held);
    }

    private List<String> arrived() {
        List<String> all = proxy.traffic().arrived();
        return all.subList(signedIn, all.size());
    }
}
