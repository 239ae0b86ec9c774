package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.wire.WireProxy;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.TokenUnavailableException;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JDK's client sends even a POST again when its connection ends without an answer: no refresh is given to it. */
@ArquillianTest
class UrlConnectionRefreshFaultsTest extends ShopScenario {

    @Inject
    @RestClient
    UrlClient client;

    /** A client whose engine has been exchanged. */
    @RegisterRestClient(configKey = "wired-url")
    @TokenRealm("wired-url")
    @RegisterProvider(URLConnectionEngine.class)
    public interface UrlClient extends Wired {}

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(UrlClient.class);
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        WireProxy.get().clear();
        client.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("wired-url");
    }

    @Test
    void refreshThatMightBeRepeatedIsNotSentAndTheSessionGoesOn() {
        expireLocally();

        Throwable failure = catchThrowable(() -> client.place(credentials("order")));

        assertThat(failure)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("UrlClient.refresh was not sent: its HTTP client sends a request again by itself")
                .hasMessageContaining("-Dsun.net.http.retryPost=false");
        assertThat(server.requests().count("/token")).isZero();
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.STALE);
    }
}
