package dev.tollgate.it.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.oauth2.SealedClient;
import dev.tollgate.it.scenarios.oauth2.UnsealedClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.Recorded;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to the client's certificate (RFC 8705 §3); the server compares it with that of each call. */
public abstract class MutualTlsScenario extends ShopScenario {

    private final FakeServer sealing = SealedServer.SERVER;

    @Inject
    @RestClient
    protected SealedClient client;

    @Inject
    @RestClient
    protected UnsealedClient without;

    @BeforeEach
    protected void nobodyIsKnown() {
        realm().signOut();
        sealing.reset();
        sealing.tokens().requireCertificate("orders", SealedServer.OF_ORDERS.thumbprint());
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("sealed");
    }

    @Test
    void sameCertificateIsShownToBothServers() {
        client.get();

        assertThat(sealing.requests().count("/token")).isEqualTo(1);
        assertThat(sealing.requests().all())
                .hasSize(2)
                .extracting(Recorded::certificate)
                .containsOnly(SealedServer.OF_ORDERS.thumbprint());
    }

    @Test
    void replayShowsItToo() throws Exception {
        client.get();
        sealing.tokens().revokeAccessTokens();
        client.get();
        sealing.tokens().revokeAccessTokens();
        client.getLater().toCompletableFuture().get(10, SECONDS);

        assertThat(sent()).extracting(Recorded::status).containsExactly(200, 401, 200, 401, 200);
        assertThat(sent()).extracting(Recorded::certificate).containsOnly(SealedServer.OF_ORDERS.thumbprint());
    }

    @Test
    void tokenIsWorthNothingWithoutTheCertificate() {
        isUnauthorized(catchThrowable(without::get));
        client.get();

        assertThat(sent().get(0).bearerToken()).isPresent();
        assertThat(sent().get(0).certificate()).isNull();
        assertThat(sent().get(sent().size() - 1).status()).isEqualTo(200);
    }

    private List<Recorded> sent() {
        return sealing.requests().to("/api/sealed");
    }
}
