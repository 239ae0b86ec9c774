package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as servers have them: whatever can be read is, and what cannot never costs the tokens. */
@ExtendWith(FakeServerExtension.class)
class AnswersTest {

    private static final String TOKENS =
            "{\"access_token\":\"at-2\",\"refresh_token\":\"rt-2\",\"expires_in\":60,\"token_type\":\"Bearer\"}";

    private final FakeServer fake;
    private final Server server;

    AnswersTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, PT1H",
        "3600.0, PT1H",
        "3.6e3, PT1H",
        "'\"3600\"', PT1H",
        "'\" 3600 \"', PT1H",
        "'\"3600.5\"', PT1H0.5S",
        "'\"3600s\"', PT1H",
        "'\"3600 seconds\"', PT1H",
        "9223372036854775807, PT596523H14M7S",
        "1e400, PT596523H14M7S",
        "0, PT0S"
    })
    void lifetimeIsWhateverMeansANumber(String written, Duration lifetime) {
        assertThat(read("\"expires_in\":" + written).expiresIn()).hasValue(lifetime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"\"", "\"soon\"", "true", "[]", "{\"seconds\":60}", "\"1:00\"", "\"--5\"", "\"5m\""})
    void lifetimeThatIsNoNumberIsUnknown(String written) {
        TokenSet tokens = read("\"refresh_token\":\"rt-2\",\"expires_in\":" + written);

        assertThat(tokens).isEqualTo(TokenSet.of("at-2").refreshToken("rt-2").build());
    }

    @Test
    void realmMayKnowTheLifetimeThatCannotBeRead() {
        answer("{\"access_token\":\"at-2\",\"expires_in\":\"soon\"}");

        assertThat(server.with("token-lifetime", "PT1M").acquire().expiresIn()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void whatCannotBeReadIsLoggedOnceForEachPart() {
        answer(
                "{\"access_token\":\"at-secret\",\"expires_in\":\"soon\",\"scope\":{},\"refresh_token\":[\"rt-secret\"]}");
        TokenSource source = server.source();

        List<LogRecord> logged = warnings(() -> {
            for (int i = 0; i < 3; i++) {
                source.acquire(Server.request(Server.PATIENCE))
                        .toCompletableFuture()
                        .join();
            }
        });

        assertThat(logged).hasSize(3).allSatisfy(record -> assertThat(record.getMessage())
                .contains("that cannot be read", fake.uri("/token").toString())
                .doesNotContain("secret", "soon"));
    }

    private static List<LogRecord> warnings(Runnable work) {
        Logger logger = Logger.getLogger("dev.tollgate.source");
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().equals(Level.WARNING)) {
                    records.add(record);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return records;
    }

    /** Facebook, Entra ID and Strava have other names for it. */
    @ParameterizedTest
    @ValueSource(strings = {"expires", "expires_on", "expires_at"})
    void lifetimeMayHaveAnotherNameOrBeAMoment(String name) {
        Instant then = Instant.now().plusSeconds(600);
        List<String> shapes = List.of(
                "600",
                "\"600\"",
                Long.toString(then.getEpochSecond()),
                "\"" + then.getEpochSecond() + "\"",
                Long.toString(then.toEpochMilli()),
                "\"" + then + "\"");
        for (String shape : shapes) {
            assertThat(read("\"" + name + "\":" + shape).expiresIn().orElseThrow())
                    .as(shape)
                    .isBetween(Duration.ofSeconds(570), Duration.ofSeconds(601));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"0\""})
    void momentThatIsNoneMeansThatNothingIsKnown(String never) {
        assertThat(read("\"expires_at\":" + never).expiresIn()).isEmpty();
        assertThat(read("\"expires\":" + never).expiresIn()).isEmpty();
        assertThat(read("\"expires_in\":0").expiresIn()).hasValue(Duration.ZERO);
    }

    @Test
    void momentOfMillionsOfDigitsIsCapped() {
        assertThat(read("\"expires_at\":1e99999999").expiresIn().orElseThrow()).isGreaterThan(Duration.ofDays(3650));
    }

    @Test
    void nameOfTheRfcGoesBeforeOthersUnlessItCannotBeRead() {
        assertThat(read("\"expires_at\":5,\"expires_in\":60").expiresIn()).hasValue(Duration.ofMinutes(1));
        assertThat(read("\"expires_at\":5,\"expires_in\":\"soon\"").expiresIn()).hasValue(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"channel:read\",\"user:read\"] | channel:read user:read",
                "\"repo,gist\" | repo gist",
                "\" a  b \" | a b",
                "[\"a b\",\"c\"] | a b c",
                "[] | ''",
                "\"\" | ''",
                "[1] | ''",
                "{} | ''",
                "7 | ''"
            })
    void scopeMayHaveAnotherShape(String written, String scope) {
        assertThat(read("\"scope\":" + written).scope().orElse("")).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "bearer, Bearer",
        "BEARER, Bearer",
        "BearerToken, Bearer",
        "bearer_token, Bearer",
        "User Access Token, Bearer",
        "Application Access Token, Bearer",
        "bot, Bearer",
        "urn:ietf:params:oauth:token-type:access_token, Bearer",
        "' Bearer ', Bearer",
        "DPoP, DPoP",
        "dpop, DPoP",
        "mac, mac"
    })
    void tokenTypeIsKnownByItsAliases(String written, String scheme) {
        assertThat(read("\"token_type\":\"" + written + "\"").tokenType()).isEqualTo(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"token_type\":null", "\"token_type\":\"\"", "\"token_type\":7", "\"id_token\":7"})
    void tokenTypeThatIsMissingIsBearer(String member) {
        assertThat(read(member).tokenType()).isEqualTo("Bearer");
    }

    @Test
    void realmMayNameTheScheme() {
        answer("{\"access_token\":\"at-2\",\"token_type\":\"some kind of token\"}");

        assertThat(Server.failure(server::refresh)).isInstanceOf(TokenFailure.Configuration.class);
        assertThat(server.with("token-type", "OAuth").refresh().tokenType()).isEqualTo("OAuth");
    }

    @Test
    void schemeIsNotNamedWhereTokensAreBoundToAKey() {
        MapSettings settings = new MapSettings(Map.of(
                "issuer", "https://id.example.com",
                "client-id", "orders",
                "client-secret", "s3cret",
                "dpop", "true",
                "token-type", "DPoP"));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems()).singleElement().asString().contains("token-type", "contradicts");
    }

    /** GitHub's answer where JSON is not asked for, Facebook's of old. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=utf-8",
                "APPLICATION/X-WWW-FORM-URLENCODED",
                "text/plain"
            })
    void answerMayBeAForm(String type) {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(200)
                                .body(
                                        type,
                                        "access_token=gho_1%2B2&expires_in=28800&refresh_token=ghr_1&scope=repo%2Cgist"
                                                + "&token_type=bearer&odd=%zz&empty="));

        assertThat(server.refresh())
                .isEqualTo(TokenSet.of("gho_1+2")
                        .refreshToken("ghr_1")
                        .expiresIn(Duration.ofHours(8))
                        .scope("repo gist")
                        .build());
    }

    @Test
    void formIsNoneWhereItIsCalledSomethingElse() {
        fake.faults().always("/token", Answer.status(200).body("text/html", "access_token=at-2"));

        assertThat(Server.failure(server::refresh)).isInstanceOf(TokenFailure.Configuration.class);
    }

    @Test
    void jsonIsReadWhateverItIsCalled() {
        fake.faults().always("/token", Answer.status(200).body("application/x-www-form-urlencoded", TOKENS));

        assertThat(server.refresh().refreshToken()).hasValue("rt-2");
    }

    @Test
    void refreshTokenThatCannotBeSentDoesNotCostTheAccessToken() {
        assertThat(read("\"refresh_token\":\"rt\\r\\nX: y\"").refreshToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "identity", "deflate, gzip"})
    void answerIsUnpackedAlthoughUnasked(String coding) throws IOException {
        byte[] body = TOKENS.getBytes(UTF_8);
        for (String one : coding.split(", ", -1)) {
            body = packed(one, body);
        }

        assertThat(answered(Map.of("Content-Encoding", coding), body).refreshToken())
                .hasValue("rt-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "UTF-8", "none", "binary", "br"})
    void answerThatIsNotPackedAtAllIsRead(String coding) {
        assertThat(answered(Map.of("Content-Encoding", coding), TOKENS.getBytes(UTF_8))
                        .refreshToken())
                .hasValue("rt-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void packedAnswerIsBounded(String coding) throws IOException {
        byte[] bomb = packed(coding, new byte[64 << 20]);

        assertUnknown(Map.of("Content-Encoding", coding), bomb, "the answer is longer than 1048576 bytes");
    }

    @Test
    void codingThatIsUnknownIsTold() {
        assertUnknown(
                Map.of("Content-Encoding", "br"),
                new byte[] {1, 2, 3},
                "the answer has a content coding that was not asked for");
    }

    /** As .NET servers begin their files. */
    @Test
    void byteOrderMarkIsNoPartOfTheAnswer() {
        assertThat(answered(Map.of(), ("\uFEFF" + TOKENS).getBytes(UTF_8)).refreshToken())
                .hasValue("rt-2");
        assertThat(answered(Map.of(), TOKENS.getBytes(UTF_16)).refreshToken()).hasValue("rt-2");
    }

    private TokenSet answered(Map<String, String> headers, byte[] body) {
        try (RawServer raw = RawServer.answering(headers, body)) {
            return server.with("token-endpoint", raw.address()).refresh();
        }
    }

    private void assertUnknown(Map<String, String> headers, byte[] body, String why) {
        try (RawServer raw = RawServer.answering(headers, body)) {
            assertThat(Server.failure(server.with("token-endpoint", raw.address())::refresh))
                    .isInstanceOf(TokenFailure.OutcomeUnknown.class)
                    .hasRootCauseMessage(why);
            assertThat(raw.asked()).isEqualTo(1);
        }
    }

    private static byte[] packed(String coding, byte[] body) throws IOException {
        if (coding.equals("identity")) {
            return body;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing =
                coding.equals("deflate") ? new DeflaterOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            packing.write(body);
        }
        return bytes.toByteArray();
    }

    private TokenSet read(String members) {
        answer("{\"access_token\":\"at-2\"," + members + "}");
        return server.refresh();
    }

    private void answer(String json) {
        fake.faults().clear("/token").always("/token", Answer.status(200).body("application/json", json));
    }
}
