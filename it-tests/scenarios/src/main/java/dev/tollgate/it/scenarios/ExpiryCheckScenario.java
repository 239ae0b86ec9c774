package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.spi.Call;
import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.Answer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The application says which tokens have expired. */
public abstract class ExpiryCheckScenario extends CustomScenario {

    private static final int CALLERS = 3;

    protected ExpiryCheckScenario(Class<? extends Service> type) {
        super(type);
    }

    @Test
    void c3_tokenThatCountsAsExpiredIsReplacedBeforeTheCallIsSent() {
        String old = realm().tokens().accessToken();
        Script.expiry = (tokens, call) -> tokens.accessToken().equals(old);

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertThat(tokensSentTo("/api")).hasSize(1).doesNotContain(old);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void asynchronousCallIsAskedAboutToo() throws Exception {
        String old = realm().tokens().accessToken();
        Script.expiry = (tokens, call) -> tokens.accessToken().equals(old);

        JsonObject answer = client().ordersLater().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(answer.getInt("generation")).isEqualTo(1);
        assertThat(tokensSentTo("/api")).hasSize(1);
    }

    @Test
    void w4_parallelCallsThatFindTheSameTokenExpiredShareOneRefresh() throws Exception {
        String old = realm().tokens().accessToken();
        CountDownLatch asked = new CountDownLatch(CALLERS);
        Script.expiry = (tokens, call) -> tokens.accessToken().equals(old) && haveAllBeenAsked(asked);

        List<Future<JsonObject>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            calls.add(inParallel(() -> client().orders()));
        }

        for (Future<JsonObject> call : calls) {
            assertThat(await(call).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(realm().status().waiters()).isZero();
    }

    @Test
    void w5_newTokenIsUsedWithoutBeingAskedAbout() {
        List<String> asked = new CopyOnWriteArrayList<>();
        Script.expiry = (tokens, call) -> asked.add(tokens.accessToken());

        assertThat(client().orders().getInt("generation")).isEqualTo(1);
        assertThat(client().orders().getInt("generation")).isEqualTo(2);

        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(asked)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .contains(tokensSentTo("/api").get(0));
    }

    @Test
    void checkIsToldWhichCallItIs() {
        List<Call> calls = new CopyOnWriteArrayList<>();
        Script.expiry = (tokens, call) -> !calls.add(call);

        client().orders();

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.client()).isEqualTo(type());
            assertThat(call.method().getName()).isEqualTo("orders");
            assertThat(call.role()).isEqualTo(Role.AUTHENTICATED);
            assertThat(call.realm()).isEqualTo(realm().name());
            assertThat(call.session()).isEqualTo(SessionKey.APPLICATION);
        });
    }

    @Test
    void c10_guestIsNotAskedAbout() {
        List<Call> asked = new CopyOnWriteArrayList<>();
        Script.expiry = (tokens, call) -> asked.add(call);

        client().catalog();

        assertThat(asked).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(sent("/public", "Authorization")).containsExactly("");
    }

    @Test
    void nothingIsSentWithATokenThatCountsAsExpiredIfThereIsNoOther() {
        Script.expiry = (tokens, call) -> true;
        server.faults().always("/token", Answer.status(503));

        assertThatThrownBy(() -> client().orders()).isInstanceOf(TokenUnavailableException.class);
        assertThat(server.requests().count("/api")).isZero();
    }

    @Test
    void failureOfTheCheckIsToldAndNothingIsSent() {
        Script.expiry = (tokens, call) -> {
            throw new IllegalStateException("no idea");
        };

        assertThatThrownBy(() -> client().orders())
                .isInstanceOf(ProcessingException.class)
                .hasMessage("the ExpiryCheck for " + nameOf("orders")
                        + " failed: java.lang.IllegalStateException: no idea");
        assertThat(server.requests().count("/api")).isZero();
    }

    private static boolean haveAllBeenAsked(CountDownLatch asked) {
        asked.countDown();
        try {
            return asked.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
