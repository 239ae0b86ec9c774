package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.Hold;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that exchanges the tokens of its callers: each of these has a gate of its own. */
@Timeout(60)
@ExtendWith(FakeServerExtension.class)
class TokenExchangeTest {

    private static final int CALLERS = 64;
    private static final RSAKey ISSUER = key();

    private final FakeServer server;
    private final Application application;

    TokenExchangeTest(FakeServer server) {
        this.server = server;
        application = Application.start(server.uri(), server.uri("/api"), "/configured/exchange.properties");
    }

    @BeforeEach
    void trust() throws JOSEException {
        server.tokens()
                .requireClient("exchanger", "exchanger-secret")
                .trustIssuer("https://idp.example.com", ISSUER.toRSAPublicKey());
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void callersWithTheSameTokenShareOneExchange() throws Exception {
        String alice = tokenOf("alice");
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try (Hold exchange = server.hold("/token")) {
            List<Future<String>> users = Stream.generate(() -> threads.submit(() -> userServed(alice)))
                    .limit(CALLERS)
                    .toList();
            exchange.awaitArrivals(1);
            exchange.release();

            for (Future<String> user : users) {
                assertThat(user.get(20, TimeUnit.SECONDS)).isEqualTo("alice");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.tokens().exchanges()).isEqualTo(1);
    }

    @Test
    void nobodysCallCarriesWhatWasHadForSomebodyElse() throws Exception {
        String alice = tokenOf("alice");
        String bob = tokenOf("bob");

        assertThat(userServed(alice)).isEqualTo("alice");
        assertThat(userServed(bob)).isEqualTo("bob");
        assertThat(userServed(alice)).isEqualTo("alice");

        assertThat(server.tokens().exchanges()).isEqualTo(2);
        assertThat(server.requests().to("/api")).noneMatch(sent -> sent.bearerToken()
                .filter(token -> token.equals(alice) || token.equals(bob))
                .isPresent());
    }

    @Test
    void otherTokenOfTheSameUserIsExchangedByItself() throws Exception {
        userServed(tokenOf("alice"));
        userServed(tokenOf("alice"));

        assertThat(server.tokens().exchanges()).isEqualTo(2);
    }

    @Test
    void asynchronousCallsGoOnWithTheTokenOfTheirCaller() throws Exception {
        String user = Serving.callerWith(
                        tokenOf("alice"), () -> application.stock().stockLater())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .getString("user");

        assertThat(user).isEqualTo("alice");
    }

    @Test
    void tokenThatIsRejectedIsHadInExchangeAnew() throws Exception {
        String alice = tokenOf("alice");
        userServed(alice);
        server.tokens().revokeAccessTokens();

        assertThat(userServed(alice)).isEqualTo("alice");
        assertThat(server.tokens().exchanges()).isEqualTo(2);
        assertThat(server.resources().rejected()).isEqualTo(1);
    }

    @Test
    void facadeExchangesToo() throws Exception {
        String accessToken = Serving.callerWith(
                        tokenOf("alice"), () -> application.configured().tokens())
                .accessToken();

        assertThat(accessToken).isEqualTo(server.tokens().currentAccessToken());
    }

    @Test
    void whoWorksForSomebodyElseDoesNotUseTheirOwnToken() throws Exception {
        String alice = tokenOf("alice");
        userServed(alice);
        SessionKey hers =
                Serving.callerWith(alice, () -> application.configured().session());
        server.tokens().revokeAccessTokens();

        assertThatThrownBy(() -> Serving.callerWith(tokenOf("bob"), () -> application
                        .configured()
                        .session(hers)
                        .call(() -> application.stock().stock())))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("not on behalf of anybody");
        assertThat(server.tokens().exchanges()).isEqualTo(1);
    }

    @Test
    void callThatIsOnBehalfOfNobodyFailsAndSendsNothing() {
        assertThatThrownBy(() -> application.stock().stock())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessage(
                        "realm 'stock': its tokens are had in exchange for that of the caller, but there is no request"
                                + " being served that came with one");
        assertThat(server.requests().all()).isEmpty();
    }

    @Test
    void sessionsOfTokensThatAreNoLongerUsedMakeRoom() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(userServed(tokenOf("alice"))).isEqualTo("alice");
        }

        assertThat(application.configured().sessions()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void sessionDoesNotShowTheToken() throws Exception {
        String alice = tokenOf("alice");

        SessionKey session =
                Serving.callerWith(alice, () -> application.configured().session());

        assertThat(session.value()).matches("application\\|[0-9a-f]{32}");
    }

    /** Whose orders the API gives to a call that is made for whoever came with {@code token}. */
    private String userServed(String token) throws Exception {
        return Serving.callerWith(token, () -> application.stock().stock()).getString("user");
    }

    private static String tokenOf(String user) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("https://idp.example.com")
                .subject(user)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(ISSUER));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
