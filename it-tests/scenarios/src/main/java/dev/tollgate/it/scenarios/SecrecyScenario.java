package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getStackTrace;

import dev.tollgate.it.scenarios.client.ChattyClient;
import dev.tollgate.it.scenarios.client.UnkeptClient;
import dev.tollgate.it.scenarios.client.UnreachedClient;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guarantee 11: whatever fails below, and whatever it says, callers see no secret. */
public abstract class SecrecyScenario extends ShopScenario {

    /** In the shape of the fake server's, so that they are found in the output as well. */
    private static final String ACCESS_TOKEN = "at-access0of1the2scenarios3";

    private static final String REFRESH_TOKEN = "rt-refresh0of1the2scenarios";

    @Inject
    @RestClient
    UnreachedClient unreached;

    @Inject
    @RestClient
    ChattyClient chatty;

    @Inject
    @RestClient
    UnkeptClient unkept;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        signInWithExpired("unreached");
        signInWithExpired("chatty");
        signInWithExpired("unkept");
    }

    @Test
    void addressThatCanNotBeReachedIsNotShown() {
        assertNoSecretIn(
                () -> unreached.place(credentials("order")), "UnreachedClient.refresh did not reach the server");
    }

    @Test
    void addressInTheExceptionOfAFilterIsNotShown() {
        assertNoSecretIn(() -> chatty.place(credentials("order")), "no answer from http://127.0.0.1:");
    }

    @Test
    void asynchronousCallerSeesNoneEither() {
        assertNoSecretIn(
                () -> chatty.placeLater(credentials("order"))
                        .toCompletableFuture()
                        .join(),
                "no answer from http://127.0.0.1:");
    }

    @Test
    void tokensInTheExceptionOfTheApplicationsOwnRefreshAreNotShown() {
        assertNoSecretIn(() -> unkept.place(credentials("order")), "can not refresh (secret) with (secret)");
    }

    private static void assertNoSecretIn(ThrowingCallable call, String told) {
        Throwable failure = catchThrowable(call);

        assertThat(failure).hasStackTraceContaining(TokenUnavailableException.class.getName());
        assertThat(getStackTrace(failure))
                .contains(told)
                .doesNotContain("at-access0", "rt-refresh0")
                .doesNotContain("s3cr3t");
    }

    private void signInWithExpired(String realm) {
        tollgate.realm(realm)
                .signIn(TokenSet.of(ACCESS_TOKEN)
                        .refreshToken(REFRESH_TOKEN)
                        .expiresIn(Duration.ZERO)
                        .build());
    }
}
