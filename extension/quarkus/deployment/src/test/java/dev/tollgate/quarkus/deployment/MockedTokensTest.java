package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.Mock;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bean that refreshes is replaced by another one in a test. */
class MockedTokensTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(DeskTokens.class, MockedTokens.class))
            .overrideConfigKey("tollgate.realms", "desk");

    @Inject
    Tollgate tollgate;

    @Test
    void replacementRefreshes() {
        tollgate.realm("desk").signIn(TokenSet.of("first").refreshToken("rt").build());

        assertThat(tollgate.realm("desk").refresh().toCompletableFuture().join().accessToken())
                .isEqualTo("mocked");
    }

    /** As it is in production. */
    @ApplicationScoped
    @TokenRealm("desk")
    public static class DeskTokens {

        /** Refreshes. */
        @RefreshToken
        public TokenSet renew(String refreshToken) {
            return TokenSet.of("real").build();
        }
    }

    /** As it is in tests. */
    @Mock
    @ApplicationScoped
    @TokenRealm("desk")
    public static class MockedTokens extends DeskTokens {

        @Override
        @RefreshToken
        public TokenSet renew(String refreshToken) {
            return TokenSet.of("mocked").build();
        }
    }
}
