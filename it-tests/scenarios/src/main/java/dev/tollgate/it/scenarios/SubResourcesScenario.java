package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.PartsClient;
import dev.tollgate.it.scenarios.client.PartsClient.Part;
import org.junit.jupiter.api.Test;

/** The calls of a sub-resource belong to the realm of the client that it was reached from. */
public abstract class SubResourcesScenario extends MatrixScenario {

    @Test
    void callOfASubResourceIsRefreshedAndReplayed() throws Exception {
        assertThat(replayed(() -> part().get()).getString("path")).isEqualTo("/api/parts/7");
    }

    @Test
    void asynchronousCallToo() throws Exception {
        assertThat(replayed(() -> part().getLater().toCompletableFuture().join())
                        .getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    void callWithABodyToo() throws Exception {
        assertThat(replayed(() -> part().change(credentials("new"))).getString("body"))
                .contains("new");
    }

    @Test
    void subResourceOfASubResourceToo() throws Exception {
        assertThat(replayed(() -> part().screw("3").get()).getString("path")).isEqualTo("/api/parts/7/screws/3");
    }

    @Test
    void inheritedCallToo() throws Exception {
        assertThat(replayed(() -> part().label()).getString("path")).isEqualTo("/api/parts/7/label");
    }

    @Test
    void guestOfASubResourceCarriesNoToken() {
        server.resources().rejectPath("/api/parts");

        assertThatThrownBy(() -> part().price()).satisfies(ShopScenario::isUnauthorized);
        assertThat(tokensSentTo("/api/parts")).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    private Part part() {
        return client(PartsClient.class).part("7");
    }
}
