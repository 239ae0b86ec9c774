package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.SelfSigned;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody knows but those who are told. */
class TrustStoreTest {

    private final SelfSigned certificate;
    private final FakeServer fake;

    TrustStoreTest(@TempDir Path folder) {
        certificate = SelfSigned.make(folder.resolve("server.p12"), "server");
        fake = FakeServer.start(certificate.trusting());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void serverIsTrustedWhoseCertificateIsInTheStore() {
        Server.of(fake)
                .with("trust-store", certificate.file().toString())
                .with("trust-store-password", SelfSigned.PASSWORD)
                .acquire();

        assertThat(fake.tokens().clientCredentials()).isEqualTo(1);
    }

    @Test
    void serverThatNobodyKnowsIsToldNothing() {
        assertThat(Server.failure(Server.of(fake)::refresh))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessageContaining("did not reach the server");
        assertThat(fake.requests().all()).isEmpty();
    }
}
