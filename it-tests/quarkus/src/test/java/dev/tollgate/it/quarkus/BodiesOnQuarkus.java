package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.BodiesScenario;
import dev.tollgate.testkit.Recorded;
import jakarta.ws.rs.core.EntityPart;
import org.junit.jupiter.api.Test;

/** Quarkus has no {@link EntityPart}, and its client does not know how to write a {@code StreamingOutput}. */
abstract class BodiesOnQuarkus extends BodiesScenario {

    @Test
    @Override
    protected void partsOfStrings() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void partsOfStreams() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void partsLater() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void partsHaveTheirBoundaryInTheHeaderOfEachSend() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void partsThatAreTooLarge() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void partsThatAreTooLargeLater() {
        assertThereAreNoParts();
    }

    @Test
    @Override
    protected void streamingOutput() {
        assertItsNameIsSentOnce();
    }

    @Test
    @Override
    protected void streamingOutputThatIsTooLarge() {
        assertItsNameIsSentOnce();
    }

    /** The multipart forms of Quarkus are in {@link VertxMatrix}. */
    private static void assertThereAreNoParts() {
        assertThatThrownBy(() -> EntityPart.withName("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> EntityPart.withFileName("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    /** It is written by {@code toString()}, with a token or without. */
    private void assertItsNameIsSentOnce() {
        handedOver(() -> client.streaming(out -> out.write(1)));

        assertThat(server.requests().to("/api/bodies"))
                .singleElement()
                .extracting(Recorded::body)
                .asString()
                .startsWith(BodiesOnQuarkus.class.getName());
    }
}
