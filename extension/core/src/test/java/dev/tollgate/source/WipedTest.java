package dev.tollgate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantee 11: an exception from below may show what was sent; what becomes of it must not. */
class WipedTest {

    private static final String TOKEN = "rt 1~/+*=\u00e9";
    private static final String ACCESS = "at-1";

    @Test
    void exceptionThatShowsNoSecretIsLeftAsItIs() {
        Exception thrown = new IOException("Connection reset", new IllegalStateException("below"));

        assertThat(wiped(thrown)).isSameAs(thrown);
    }

    @Test
    void sameIsSaidFromTheSamePlaceWithoutTheSecret() {
        Exception thrown = new IOException("POST /token?access=at-1 failed", new IllegalStateException("below"));

        Throwable wiped = wiped(thrown);

        assertThat(wiped).hasMessage("java.io.IOException: POST /token?access=(secret) failed");
        assertThat(wiped.getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(wiped.getCause()).hasMessage("java.lang.IllegalStateException: below");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rt 1~/+*=\u00e9",
                "rt+1%7E%2F%2B*%3D%C3%A9",
                "rt%201~%2F%2B%2A%3D%C3%A9",
                "rt%201~/%2b%2a=%c3%a9",
                "rt 1~\\/+*=\u00e9"
            })
    void secretIsFoundHoweverItIsWritten(String written) {
        Throwable wiped = wiped(new IOException("GET /token?refresh_token=" + written + "&x=y"));

        assertThat(wiped).hasMessage("java.io.IOException: GET /token?refresh_token=(secret)&x=y");
    }

    @Test
    void secretInAnAddressIsFound() throws Exception {
        URI sent = new URI("https", "id.example.com", "/token", "refresh_token=" + TOKEN, null);

        assertThat(getStackTrace(wiped(new IOException(sent.toASCIIString())))).contains("refresh_token=(secret)");
    }

    @Test
    void secretThatBeginsLikeAnotherIsNotLeftOverInPart() {
        Throwable wiped = Wiped.of(new IOException("sent at-1-and-more"), List.of("at-1", "at-1-and-more"));

        assertThat(wiped).hasMessage("java.io.IOException: sent (secret)");
    }

    @ParameterizedTest
    @MethodSource
    void noPartOfAStackTraceShowsIt(Throwable thrown) {
        assertThat(getStackTrace(wiped(thrown))).contains("first").doesNotContain(ACCESS);
    }

    static Stream<Throwable> noPartOfAStackTraceShowsIt() {
        return Stream.of(
                new IOException("first at-1"),
                new IOException("first", new IOException("sent at-1")),
                new IOException("first", deep(100, new IOException("sent at-1"))),
                suppressing(new IOException("first"), new IOException("sent at-1")),
                new IOException("first", suppressing(new IOException("second"), new IOException("sent at-1"))),
                suppressing(new IOException("first"), new IOException("x", new IOException("sent at-1"))));
    }

    @Test
    void blankSecretIsNone() {
        Exception thrown = new IOException("Connection reset by peer");

        assertThat(Wiped.of(thrown, List.of("", " "))).isSameAs(thrown);
    }

    @Test
    void circleOfCausesEnds() {
        Exception first = new Exception("first at-1");
        first.initCause(new Exception("second", first));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(getStackTrace(wiped(first)))
                .doesNotContain(ACCESS));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 2_000, 3_000, 20_000, 200_000})
    void secretOfAnyLengthIsHidden(int length) {
        String secret = random(length);

        Throwable wiped = Wiped.of(new ConnectException("GET /token?refresh_token=" + secret), List.of(secret));

        assertThat(wiped).hasMessage("java.net.ConnectException: GET /token?refresh_token=(secret)");
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000, 200_000})
    void secretOfAnyLengthThatIsNotShownLeavesTheExceptionAsItIs(int length) {
        Exception thrown = new ConnectException("Connection refused: " + random(length - 1) + "!");

        assertThat(Wiped.of(thrown, List.of(random(length)))).isSameAs(thrown);
    }

    @Test
    void repetitionsDoNotMakeItSlow() {
        String secret = "a".repeat(20_000) + "b" + "+".repeat(20_000);
        String text = "%61".repeat(50_000) + "YWFh".repeat(50_000) + "\\u0061".repeat(50_000);

        assertThat(Wiped.text(text, List.of(secret))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rt \\u0031~/+*=\u00e9",
                "\\u0072\\u0074\\u0020\\u0031\\u007e\\u002f\\u002B\\u002a\\u003d\\u00E9",
                "rt+1%7E%2F%2B*%3D%E9",
                "rt%25201~%252F%252B*%253D%25C3%25A9",
                "rt%201~%5C/%2B*%5Cu003d%C3%A9",
                "rt 1~\\\\\\/+*=\u00e9"
            })
    void secretIsFoundInEncodingsOfEncodings(String written) {
        assertThat(Wiped.text("[" + written + "]", List.of(TOKEN))).isEqualTo("[(secret)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\ude00key", "%41+%2B", "back\\slash\\u0041", "line1\nline2", "%", "a%zz"})
    void secretOfAnyCharactersIsFoundAsItIsAndEncoded(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String json = secret.replace("\\", "\\\\").replace("\n", "\\n");

        assertThat(Wiped.text("<" + secret + "|" + form + "|" + json + ">", List.of(secret)))
                .isEqualTo("<(secret)|(secret)|(secret)>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "orders", "a-client-of-any-name"})
    void secretInTheAuthorizationOfAClientIsFound(String client) {
        String secret = "s3cr3t+/~ of \u00e9";
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);

        for (String sent : List.of(secret, encoded)) {
            byte[] both = (client + ":" + sent).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String header = "Authorization: Basic " + encoder.encodeToString(both) + ", x";
                assertThat(Wiped.text(header, List.of(secret))).matches("Authorization: Basic \\(secret\\)=*, x");
            }
        }
    }

    @Test
    void exceptionThatFailsToSaySomethingLeavesItsClass() {
        Throwable thrown = new IOException("outside", new Unspeakable());

        Throwable wiped = wiped(thrown);

        assertThat(getStackTrace(wiped)).contains("java.io.IOException").doesNotContain(ACCESS);
    }

    @ParameterizedTest
    @MethodSource
    void failureStaysOfItsKindWithoutTheSecret(TokenFailure failure) {
        TokenFailure wiped = failure.without(List.of(ACCESS));

        assertThat(getStackTrace(wiped)).contains("first").doesNotContain(ACCESS);
        assertThat(wiped)
                .hasSameClassAs(failure)
                .usingRecursiveComparison()
                .ignoringFields("detailMessage", "cause", "suppressedExceptions")
                .isEqualTo(failure);
    }

    static Stream<TokenFailure> failureStaysOfItsKindWithoutTheSecret() {
        return Stream.of(
                new TokenFailure.Transient("first at-1", null, Duration.ofSeconds(7)),
                TokenFailure.Transient.unsent("first", new IOException("sent at-1")),
                new TokenFailure.Terminal("first at-1", new IOException("sent at-1")),
                TokenFailure.Configuration.unusableAnswer("first at-1", null),
                (TokenFailure) suppressing(new TokenFailure.Terminal("first"), new IOException("sent at-1")),
                TokenFailure.OutcomeUnknown.afterRotation("first", new IOException("x", new IOException("at-1"))));
    }

    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("cannot tell of " + ACCESS);
        }
    }

    private static String random(int length) {
        return new Random(length)
                .ints(length, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Throwable wiped(Throwable thrown) {
        return Wiped.of(thrown, List.of(TOKEN, ACCESS));
    }

    private static Throwable suppressing(Throwable thrown, Throwable suppressed) {
        thrown.addSuppressed(suppressed);
        return thrown;
    }

    private static Throwable deep(int causes, Throwable last) {
        Throwable thrown = last;
        for (int i = 0; i < causes; i++) {
            thrown = new IOException("cause " + i, thrown);
        }
        return thrown;
    }
}
