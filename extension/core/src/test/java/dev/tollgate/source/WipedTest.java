package dev.tollgate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
