package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Recorded;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a client interface can do, done with a token that has been revoked. */
public abstract class MatrixScenario extends ShopScenario {

    /** What may differ: the token must, and a copied body has a length that a stream has not. */
    private static final Set<String> OF_EACH_SEND = Set.of("authorization", "content-length", "transfer-encoding");

    /** The injected client; a second subclass of each scenario has {@link #built} clients. */
    protected <T> T client(Class<T> type) {
        return CDI.current().select(type, RestClient.LITERAL).get();
    }

    protected <T> T built(Class<T> type) {
        return RestClientBuilder.newBuilder().baseUri(server.uri()).build(type);
    }

    /** Revokes the token, makes the call, and holds that all was refreshed once and sent twice, the same both times. */
    protected <T> T replayed(Callable<T> call) throws Exception {
        server.tokens().revokeAccessTokens();
        T answer = call.call();
        assertSentTwiceTheSame();
        return answer;
    }

    protected void replayed(ThrowingCallable call) throws Throwable {
        server.tokens().revokeAccessTokens();
        call.call();
        assertSentTwiceTheSame();
    }

    /** What becomes of a call when the new token is refused as well. */
    protected AbstractThrowableAssert<?, ? extends Throwable> refusedTwice(ThrowingCallable call) {
        server.faults().next("/api", 2, Answer.status(401));
        Throwable failure = catchThrowable(call);
        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactly(401, 401);
        return assertThat(failure);
    }

    private void assertSentTwiceTheSame() {
        List<Recorded> sent = server.requests().to("/api");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).status()).isEqualTo(401);
        assertThat(sent.get(1).status()).isLessThan(300);
        assertThat(common(sent.get(1))).isEqualTo(common(sent.get(0)));
        assertThat(tokensSentTo("/api")).hasSize(2).doesNotHaveDuplicates();
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private static Recorded common(Recorded sent) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(sent.headers());
        headers.keySet().removeIf(name -> OF_EACH_SEND.contains(name.toLowerCase(Locale.ROOT)));
        return new Recorded(sent.method(), sent.path(), sent.query(), headers, sent.body(), 0);
    }
}
