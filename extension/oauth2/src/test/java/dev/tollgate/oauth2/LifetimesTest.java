package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.TokenParts;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a token lives of which neither its answer nor it itself says it. */
@Timeout(60)
@ExtendWith(FakeServerExtension.class)
class LifetimesTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final FakeServer fake;
    private final Server server;

    LifetimesTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake)
                .with("introspection", "true")
                .with("introspection-endpoint", fake.uri("/introspect").toString());
    }

    @BeforeEach
    void hide() {
        fake.tokens().requireClient("orders", "s3cr3t+/ü").lifetime(TEN_MINUTES).hideLifetime(true);
    }

    @Test
    void serverIsAsked() {
        assertThat(server.acquire().expiresIn().orElseThrow()).isBetween(TEN_MINUTES.minusSeconds(5), TEN_MINUTES);
        assertThat(server.sent("/introspect", "token")).isEqualTo(fake.tokens().currentAccessToken());
        assertThat(fake.requests().to("/introspect").get(0).authorization()).isPresent();
    }

    @Test
    void metadataTellWhereTheServerIsAsked() {
        server.without("introspection-endpoint")
                .discovered(",\"introspection_endpoint\":\"" + fake.uri("/introspect") + "\"")
                .acquire();

        assertThat(fake.requests().count("/introspect")).isEqualTo(1);
    }

    @Test
    void clockOfTheServerCounts() throws ParseException {
        ZonedDateTime there = ZonedDateTime.now(ZoneOffset.UTC).plusHours(3);
        HTTPResponse answer = new HTTPResponse(200);
        answer.setHeader("Date", there.format(DateTimeFormatter.RFC_1123_DATE_TIME));
        answer.setContentType("application/json");
        answer.setBody("{\"active\":true,\"exp\":" + there.plus(TEN_MINUTES).toEpochSecond() + "}");
        TokenAnswers answers = new TokenAnswers(
                new ServerClock(Clock.systemUTC()), RefusalRule.AUTHORIZATION_SERVER, new TokenParts(Optional.empty()));

        assertThat(answers.introspected(answer, "POST /introspect", List.of()).orElseThrow())
                .isBetween(TEN_MINUTES.minusSeconds(5), TEN_MINUTES);
    }

    @Test
    void serverIsNotAskedWhatItHasSaid() {
        fake.tokens().hideLifetime(false);

        assertThat(server.acquire().expiresIn()).hasValue(TEN_MINUTES);
        assertThat(fake.requests().count("/introspect")).isZero();
    }

    @Test
    void tokensAreNotLostWithAServerThatDoesNotTell() {
        fake.faults().next("/introspect", Answer.status(503));

        assertThat(server.with("token-lifetime", "PT1M").acquire().expiresIn()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void tokensAreNotLostWithAServerThatTakesItsTime() {
        fake.faults()
                .next(
                        "/introspect",
                        Answer.drip(
                                Answer.status(200).body("application/json", "{\"active\":true,\"exp\":4102444800}"),
                                Duration.ofSeconds(1)));

        assertThat(Server.refresh(server.with("token-lifetime", "PT1M").source(), signedIn(), Duration.ofSeconds(4))
                        .expiresIn())
                .hasValue(Duration.ofMinutes(1));
    }

    @Test
    void tokenThatIsNotActiveTellsNothing() {
        fake.faults().next("/introspect", Answer.status(200).body("application/json", "{\"active\":false}"));

        assertThat(server.acquire().expiresIn()).isEmpty();
    }

    private TokenSet signedIn() {
        return server.with("grant", "password")
                .with("username", "alice")
                .with("password", "alice")
                .without("introspection")
                .acquire();
    }
}
