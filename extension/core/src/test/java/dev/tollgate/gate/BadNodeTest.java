package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guarantee 2: one node with old keys behind a load balancer does not make the realm refresh at each of its refusals. */
class BadNodeTest {

    private static final int CALLS = 300;
    private static final Duration APART = Duration.ofMillis(100);

    @Test
    void oneOfThreeNodesInTurnCausesThreeRefreshes() throws IOException {
        NodesRig shop = new NodesRig(request -> request % 3 == 0);

        shop.calls(CALLS, APART);

        Files.writeString(
                Path.of("target", "bad-node.txt"),
                CALLS + " calls, one node of three refuses: " + shop.refreshes + " refreshes, " + shop.heldUp
                        + " calls held up, " + shop.failed + " failed\n");
        assertThat(shop.refreshes).isEqualTo(3);
        assertThat(shop.heldUp).isEqualTo(3);
        assertThat(shop.failed).isZero();
        assertThat(shop.mostSent).isEqualTo(2);
        assertThat(shop.rig.events(GateEvent.NodeDistrusted.class)).hasSize(1);
    }

    @Test
    void oneOfTenNodesInTurnCausesThreeRefreshes() {
        NodesRig shop = new NodesRig(request -> request % 10 == 7);

        shop.calls(CALLS, APART);

        assertThat(shop.refreshes).isEqualTo(3);
        assertThat(shop.failed).isZero();
    }

    @Test
    void oneOfTenNodesAtRandomCausesAFewRefreshes() {
        int refreshes = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            NodesRig shop = new NodesRig(request -> random.nextInt(10) == 0);
            shop.calls(CALLS, APART);
            refreshes += shop.refreshes;
        }
        assertThat(refreshes / 50.0).isLessThan(5);
    }

    @Test
    void oneOfThreeNodesAtRandomCausesFarFewerRefreshesThanRefusals() {
        int refreshes = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            NodesRig shop = new NodesRig(request -> random.nextInt(3) == 0);
            shop.calls(CALLS, APART);
            refreshes += shop.refreshes;
        }
        assertThat(refreshes / 50.0).isLessThan(15);
    }

    @Test
    void anHourOfABadNodeCostsAFewRefreshesBesideThoseOfExpiry() {
        NodesRig shop = new NodesRig(request -> request % 3 == 0);
        shop.calls(CALLS, APART);
        for (int minute = 0; minute < 60; minute++) {
            shop.calls(10, Duration.ofSeconds(6));
        }

        assertThat(shop.refreshes).isLessThanOrEqualTo(6);
        assertThat(shop.failed).isZero();
    }

    @Test
    void revokedTokenIsReplacedAtOnceAlsoWhereNodesDiffer() {
        NodesRig shop = new NodesRig(request -> request % 3 == 0);
        shop.calls(60, APART);
        int before = shop.refreshes;

        for (int revocation = 1; revocation <= 5; revocation++) {
            shop.revoke();
            shop.calls(15, APART);
            assertThat(shop.refreshes).isEqualTo(before + revocation);
        }
        assertThat(shop.failed).isZero();
    }

    @Test
    void revocationsCauseOneRefreshEachAndNoCallFails() {
        NodesRig shop = new NodesRig(request -> false);
        for (int revocation = 1; revocation <= 40; revocation++) {
            shop.revoke();
            shop.calls(15, APART);
            assertThat(shop.refreshes).isEqualTo(revocation);
        }
        assertThat(shop.failed).isZero();
        assertThat(shop.mostSent).as("sent, probed, replayed").isEqualTo(3);
        assertThat(shop.rig.events(GateEvent.NodeDistrusted.class)).isEmpty();
    }

    @Test
    void methodThatAlwaysAnswers401CausesAHandfulOfRefreshesAndHoldsUpNoOther() {
        NodesRig shop = new NodesRig(request -> false);
        shop.refuse("ShopClient.secret"::equals);
        int others = 0;
        for (int i = 0; i < CALLS / 2; i++) {
            shop.call("ShopClient.secret");
            others += shop.call("ShopClient.orders") ? 1 : 0;
            shop.rig.clock.advance(APART.multipliedBy(2));
        }
        assertThat(shop.refreshes).isLessThanOrEqualTo(7);
        assertThat(shop.heldUp).isLessThanOrEqualTo(shop.refreshes);
        assertThat(others).isEqualTo(CALLS / 2);
    }

    @Test
    void methodThatIsMendedIsReplayedAgain() {
        NodesRig shop = new NodesRig(request -> false);
        shop.refuse("ShopClient.secret"::equals);
        for (int i = 0; i < 20; i++) {
            shop.call("ShopClient.secret");
        }
        shop.refuse(kind -> false);
        assertThat(shop.call("ShopClient.secret")).isTrue();

        shop.revoke();

        assertThat(shop.call("ShopClient.secret")).isTrue();
    }
}
