package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeServerExtension.class)
class ProxyTest {

    /** Where nobody listens. */
    private static final String ELSEWHERE = "127.0.0.1:1";

    private final FakeServer proxy;

    ProxyTest(FakeServer proxy) {
        this.proxy = proxy;
    }

    @Test
    void serverIsReachedThroughTheProxy() {
        Server.of(proxy)
                .with("token-endpoint", "http://" + ELSEWHERE + "/token")
                .with("proxy", proxy.uri().toString())
                .acquire();

        assertThat(proxy.tokens().clientCredentials()).isEqualTo(1);
        assertThat(proxy.requests().to("/token").get(0).header("Host")).hasValue(ELSEWHERE);
    }
}
