package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.oauth2.BillsClient;
import dev.tollgate.it.scenarios.oauth2.GoodsClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One realm, two services: each takes only tokens that are for it (RFC 8707). */
public abstract class AudiencesScenario extends ShopScenario {

    private static final int MANY = 64;
    private static final int ROUNDS = 5;

    @Inject
    @RestClient
    protected GoodsClient goods;

    @Inject
    @RestClient
    protected BillsClient bills;

    @BeforeEach
    protected void nobodyIsKnown() {
        realm().signOut();
        server.resources().audience("/api/goods", "goods-api").audience("/api/bills", "https://bills.example.com/");
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("several");
    }

    @Test
    void eachCallCarriesTheTokenOfItsAudience() throws Exception {
        goods.all();
        bills.all();
        get(goods.allLater());
        get(bills.allLater());

        assertThat(server.resources().rejected()).isZero();
        assertThat(tokensSentTo("/api")).hasSize(4);
        assertThat(new HashSet<>(tokensSentTo("/api"))).hasSize(2);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void rejectedTokenIsReplacedAndReplayed() {
        goods.all();
        server.tokens().revokeAccessTokens();

        goods.all();
        bills.all();

        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactly(200, 401, 200, 200);
    }

    @Test
    void manyCallersOfBothNeverUseARefreshTokenTwice() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<JsonObject>> calls = new ArrayList<>();
            for (Callable<JsonObject> call : callers()) {
                calls.add(inParallel(call));
            }
            for (Future<JsonObject> call : calls) {
                await(call);
            }
            server.tokens().revokeAccessTokens();
        }

        assertThat(server.tokens().reuseDetected()).isZero();
        assertThat(server.tokens().deadFamilies()).isZero();
        assertThat(server.tokens().maxConcurrentRefreshes()).isEqualTo(1);
        // one for the second audience at the beginning; later one for each
        assertThat(server.tokens().refreshes()).isEqualTo(1 + (ROUNDS - 1) * 2);
        assertThat(server.resources().served()).isEqualTo(ROUNDS * MANY);
    }

    private List<Callable<JsonObject>> callers() {
        List<Callable<JsonObject>> callers = new ArrayList<>();
        for (int i = 0; i < MANY / 4; i++) {
            callers.addAll(List.of(goods::all, bills::all, () -> get(goods.allLater()), () -> get(bills.allLater())));
        }
        return callers;
    }

    @Test
    void audienceThatTheServerRefusesHarmsNoOther() {
        server.tokens().refuseAudience("https://bills.example.com/");

        goods.all();
        assertThatThrownBy(() -> bills.all())
                .isInstanceOf(ProcessingException.class)
                .hasStackTraceContaining("realm 'several': no token for BillsClient.all: ")
                .hasStackTraceContaining("invalid_target");
        assertThat(server.requests().count("/api/bills")).isZero();
        server.tokens().allowAudience("https://bills.example.com/");
        bills.all();
        goods.all();

        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void callWithoutATokenHoldsUpNobodyWhoHasOne() throws Exception {
        server.tokens().refuseAudience("https://bills.example.com/");
        goods.all();
        server.tokens().allowAudience("https://bills.example.com/");

        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> bill = inParallel(bills::all);
            refresh.awaitArrivals(1);
            await(inParallel(goods::all));
            refresh.release();
            await(bill);
        }

        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void whoSignsInWithTokensFromElsewhereGetsOnesForEachAudience() {
        JsonObject theirs = shop.login(credentials("alice"));
        realm().signIn(Script.tokens(theirs));

        goods.all();
        bills.all();

        assertThat(server.resources().rejected()).isZero();
        assertThat(server.tokens().reuseDetected()).isZero();
        assertThat(Set.copyOf(tokensSentTo("/api"))).hasSize(2).doesNotContain(theirs.getString("access_token"));
    }

    private static <T> T get(CompletionStage<T> call) throws Exception {
        return call.toCompletableFuture().get(10, SECONDS);
    }
}
