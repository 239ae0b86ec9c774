package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.oauth2.MapSettings.Inventory;
import dev.tollgate.oauth2.MapSettings.Orders;
import dev.tollgate.oauth2.MapSettings.Plain;
import dev.tollgate.source.Repeat;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that the server refuses, where refresh tokens rotate: some servers use them up before they look at it. */
@ExtendWith(FakeServerExtension.class)
class RefusedTargetsTest {

    private static final Logger LOG = Logger.getLogger("dev.tollgate.oauth2");

    private final FakeServer fake;
    private final ManualClock clock = new ManualClock();
    private final Server server;
    private final TokenSource source;
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord told) {
            logged.add(told);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    RefusedTargetsTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake)
                .without("client-secret")
                .with("scope", "read")
                .with("client.orders.audience", "orders-api")
                .with("client.inventory.resource", "https://inventory.example.com/")
                .with("client.inventory.scope", "stock:read");
        this.source = server.with("grant", "refresh_token").source(clock);
    }

    @BeforeEach
    void listen() {
        LOG.addHandler(log);
        fake.tokens().refuseAfterRotation(true);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(log);
    }

    @ParameterizedTest
    @CsvSource({"orders-api, ", "https://inventory.example.com/, ", ", stock:read"})
    void costsOneSessionAtMost(@Nullable String audience, @Nullable String scope) {
        if (audience != null) {
            fake.tokens().refuseAudience(audience);
        }
        if (scope != null) {
            fake.tokens().refuseScope(scope);
        }
        int lost = 0;
        for (int session = 0; session < 5; session++) {
            TokenSet held = signedIn();
            try {
                for (int i = 0; i < 4; i++) {
                    held = refreshed(held);
                    assertThat(source.tokensFor(Plain.class, held)).isNotNull();
                    clock.advance(Duration.ofMinutes(20));
                }
            } catch (TokenFailure.Terminal e) {
                lost++;
                assertThat(e)
                        .hasMessageContaining("invalid_grant")
                        .hasMessageContaining("for a target that the server");
            }
        }

        assertThat(lost).isEqualTo(1);
        assertThat(fake.tokens().deadFamilies()).isEqualTo(1);
    }

    @Test
    void othersThanTheFirstSessionHaveAllThatIsGranted() {
        fake.tokens().refuseAudience("orders-api");
        refreshed(signedIn());

        TokenSet other = refreshed(signedIn());

        assertThat(source.tokensFor(Plain.class, other)).isNotNull();
        assertThat(source.tokensFor(Inventory.class, other)).isNotNull();
        assertThatThrownBy(() -> source.tokensFor(Orders.class, other))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("400 invalid_target");
        assertThat(other.isRefreshTokenInDoubt()).isFalse();
        assertThat(fake.tokens().reuseDetected()).isZero();
    }

    @Test
    void whatWasGrantedIsKeptAndTheRefreshTokenCountsAsInDoubt() {
        fake.tokens().refuseAudience("orders-api");

        TokenSet held = refreshed(signedIn());

        assertThat(held.isRefreshTokenInDoubt()).isTrue();
        assertThat(source.tokensFor(Plain.class, held)).isNotNull();
        assertThatThrownBy(() -> source.tokensFor(Orders.class, held)).isInstanceOf(TokenFailure.Configuration.class);
        assertThat(fake.tokens().reuseDetected()).isZero();
    }

    /** Only a mistake of the client's can be about a target. */
    @ParameterizedTest
    @CsvSource({
        "502, upstream_timeout, OutcomeUnknown",
        "504, gateway_timeout, OutcomeUnknown",
        "503, maintenance, Transient",
        "429, too_many, Transient"
    })
    void answerThatIsNotAboutTheTargetKeepsItsKind(int status, String error, String kind) {
        TokenSet held = refreshed(signedIn()); // just now, so that nothing is asked before
        fake.faults().always("/token", Answer.status(status).body("application/json", "{\"error\":\"" + error + "\"}"));

        assertThat(Server.failure(() -> refreshed(held)).getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(logged).noneMatch(told -> told.getLevel().equals(Level.SEVERE));
    }

    @Test
    void clientAndTargetAreNamedOnce() {
        fake.tokens().refuseAudience("orders-api");
        refreshed(signedIn());
        refreshed(signedIn());

        assertThat(logged)
                .filteredOn(told -> told.getLevel().equals(Level.SEVERE))
                .singleElement()
                .satisfies(told -> assertThat(told.getMessage())
                        .contains("realm 'acme'", "Orders", "audience=[orders-api]", "400 invalid_target", "restart"));
    }

    @Test
    void whatWasGrantedBeforeIsAskedForFirst() {
        refreshed(signedIn());
        fake.tokens().refuseAudience("orders-api");
        TokenSet held = refreshed(signedIn());

        // whichever was asked first: a refresh token was never sent on after the refusal
        assertThat(fake.tokens().reuseDetected()).isZero();
        assertThat(source.tokensFor(Plain.class, held)).isNotNull();
    }

    @Test
    void serverThatRefusesFirstIsFoundOutAndAskedAgain() {
        fake.tokens().refuseAfterRotation(false).refuseAudience("orders-api");
        TokenSet held = refreshed(signedIn());
        clock.advance(Standings.LEEWAY);

        held = refreshed(held);
        assertThat(held.isRefreshTokenInDoubt()).isFalse();
        assertThat(source.tokensFor(Inventory.class, held)).isNotNull();
        fake.tokens().allowAudience("orders-api");
        held = refreshed(held);

        assertThat(source.tokensFor(Orders.class, held)).isNotNull();
        assertThat(fake.tokens().deadFamilies()).isZero();
    }

    @Test
    void refreshTokenThatIsTakenAtOnceProvesNothing() {
        fake.tokens().refuseAfterRotation(false).refuseAudience("orders-api");
        TokenSet held = refreshed(refreshed(signedIn()));
        fake.tokens().allowAudience("orders-api");

        TokenSet next = refreshed(held);

        assertThatThrownBy(() -> source.tokensFor(Orders.class, next)).isInstanceOf(TokenFailure.Configuration.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void targetThatIsRefusedOnceIsAskedForAgainLater(boolean late) {
        TokenSet held = refreshed(signedIn());
        fake.tokens().refuseAfterRotation(late).refuseAudience("https://inventory.example.com/");
        refreshed(held);
        fake.tokens().allowAudience("https://inventory.example.com/");
        TokenSet other = refreshed(signedIn());
        assertThatThrownBy(() -> source.tokensFor(Inventory.class, other)).isInstanceOf(TokenFailure.class);

        clock.advance(Standings.ASKED_AGAIN);

        assertThat(source.tokensFor(Inventory.class, refreshed(other))).isNotNull();
    }

    @Test
    void firstTargetThatIsRefusedLeavesWhatIsAtHandInUse() {
        fake.tokens().refuseAfterRotation(false).refuseScope("read");
        TokenSet held = signedIn();

        assertThat(Server.failure(() -> refreshed(held))).isInstanceOf(TokenFailure.Transient.class);
        assertThat(fake.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void refusalOfAllIsToldAndAskedAgain() {
        fake.tokens().refuseAfterRotation(false).refuseScope("read").refuseScope("stock:read");
        TokenSet held = signedIn();
        for (int i = 0; i < 2; i++) {
            assertThat(Server.failure(() -> refreshed(held))).isInstanceOf(TokenFailure.Transient.class);
        }
        assertThat(Server.failure(() -> refreshed(held)))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("invalid_scope");

        assertThat(Server.failure(() -> refreshed(held))).isInstanceOf(TokenFailure.Transient.class);
        assertThat(fake.tokens().refreshAttempts()).isEqualTo(4);
    }

    @Test
    void mistakeOfTheClientIsNoRefusalOfATarget() {
        TokenSet held = signedIn();
        fake.faults()
                .next("/token", 1 + 3, Answer.status(401).body("application/json", "{\"error\":\"invalid_client\"}"));
        assertThat(Server.failure(() -> refreshed(held))).isInstanceOf(TokenFailure.Configuration.class);

        TokenSet next = refreshed(held);

        assertThat(source.tokensFor(Orders.class, next)).isNotNull();
        assertThat(source.tokensFor(Inventory.class, next)).isNotNull();
    }

    @Test
    void sessionThatCanBeHadAnewHealsItself() {
        fake.tokens().refuseAudience("orders-api");
        TokenSource alice = password().source(clock);
        TokenSet held = acquired(alice);
        while (!held.isRefreshTokenInDoubt()) {
            held = Server.refreshOnce(alice, held).over(held);
        }
        TokenSet doomed = held;
        assertThat(Server.failure(() -> Server.refreshOnce(alice, doomed))).isInstanceOf(TokenFailure.Terminal.class);

        TokenSet anew = acquired(alice);
        for (int i = 0; i < 3; i++) {
            anew = Server.refreshOnce(alice, anew).over(anew);
        }

        assertThat(alice.tokensFor(Inventory.class, anew)).isNotNull();
        assertThat(fake.tokens().deadFamilies()).isEqualTo(1);
    }

    /** Whichever is asked for first: where it is refused, no refresh token has been sent for it yet. */
    @ParameterizedTest
    @CsvSource({"orders-api", "https://inventory.example.com/"})
    void refusalWithoutARefreshTokenIsForgottenWhereTokensCanBeAcquiredAnew(String audience) {
        fake.tokens().refuseAfterRotation(false);
        fake.tokens().refuseAudience(audience);
        Class<?> client = audience.equals("orders-api") ? Orders.class : Inventory.class;
        TokenSource alice = password().source(clock);
        TokenSet held = acquired(alice);

        assertThatThrownBy(() -> alice.tokensFor(client, held)).isInstanceOf(TokenFailure.Transient.class);

        fake.tokens().allowAudience(audience);
        assertThat(alice.tokensFor(client, Server.refreshOnce(alice, held).over(held)))
                .isNotNull();
    }

    private TokenSet signedIn() {
        TokenSet theirs = password()
                .without("client.orders.audience")
                .without("client.inventory.resource")
                .without("client.inventory.scope")
                .without("scope")
                .acquire();
        return theirs;
    }

    private Server password() {
        return server.with("grant", "password").with("username", "alice").with("password", "alice");
    }

    private static TokenSet acquired(TokenSource source) {
        return source.acquire(Server.request(Server.PATIENCE, Repeat.NEVER))
                .toCompletableFuture()
                .join();
    }

    private TokenSet refreshed(TokenSet held) {
        return Server.refreshOnce(source, held).over(held);
    }
}
