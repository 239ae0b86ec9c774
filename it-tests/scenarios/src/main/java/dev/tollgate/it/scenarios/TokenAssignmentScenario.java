package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.custom.Script;
import dev.tollgate.it.scenarios.custom.Service;
import dev.tollgate.rest.UntrustedOriginException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The application puts the token where its service wants it. */
public abstract class TokenAssignmentScenario extends CustomScenario {

    protected TokenAssignmentScenario(Class<? extends Service> type) {
        super(type);
    }

    @Test
    void anotherHeader() {
        // tag::header[]
        Script.assignment = (tokens, request) -> request.getHeaders().putSingle("X-Auth-Token", tokens.accessToken());
        // end::header[]
        String old = realm().tokens().accessToken();

        client().things();

        assertThat(sent("/public", "X-Auth-Token")).containsExactly(old);
        assertThat(sent("/public", "Authorization")).containsExactly("");
    }

    @Test
    void anotherScheme() {
        Script.assignment =
                (tokens, request) -> request.getHeaders().putSingle("Authorization", "Token " + tokens.accessToken());

        client().things();

        assertThat(sent("/public", "Authorization"))
                .containsExactly("Token " + realm().tokens().accessToken());
    }

    @Test
    void cookie() {
        Script.assignment =
                (tokens, request) -> request.getHeaders().putSingle("Cookie", "token=" + tokens.accessToken());

        client().things();

        assertThat(sent("/public", "Cookie"))
                .containsExactly("token=" + realm().tokens().accessToken());
    }

    @Test
    void replayCarriesTheNewTokenInstead() {
        List<String> assigned = toHeader();
        String old = realm().tokens().accessToken();
        server.faults().next("/public", Answer.status(401));

        client().things();

        List<String> oldAndNew = List.of(old, realm().tokens().accessToken());
        assertThat(oldAndNew).doesNotHaveDuplicates();
        assertThat(sent("/public", "X-Auth-Token")).isEqualTo(oldAndNew);
        assertThat(assigned).isEqualTo(oldAndNew);
    }

    @Test
    void replayOfAnAsynchronousCallToo() throws Exception {
        List<String> assigned = toHeader();
        server.faults().next("/public", Answer.status(401));

        client().thingsLater().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(sent("/public", "X-Auth-Token"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isEqualTo(assigned);
    }

    @Test
    void callThatTheAssignmentLeadsToAnotherOriginIsNotSent() {
        Script.assignment = (tokens, request) -> request.setUri(elsewhere(tokens));

        assertThatThrownBy(() -> client().things()).isInstanceOf(UntrustedOriginException.class);
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    void callWithItsTokenInACookieThatAFilterWouldLeadThereIsNotSentEither() {
        Script.assignment = (tokens, request) -> {
            request.getHeaders().putSingle("Cookie", "token=" + tokens.accessToken());
            request.setUri(URI.create("http://localhost:" + server.uri().getPort() + "/public"));
        };

        assertThatThrownBy(() -> client().things()).isInstanceOf(UntrustedOriginException.class);
        assertThat(server.requests().count("/public")).isZero();
    }

    @Test
    void replayThatTheAssignmentLeadsThereIsNotSent() {
        AtomicInteger times = new AtomicInteger();
        Script.assignment = (tokens, request) -> {
            if (times.incrementAndGet() > 1) {
                request.setUri(elsewhere(tokens));
            }
        };
        server.faults().next("/public", Answer.status(401));

        assertThatThrownBy(() -> client().things()).isInstanceOf(UntrustedOriginException.class);
        assertThat(server.requests().count("/public")).isEqualTo(1);
    }

    /** The same machine, by another name. */
    private URI elsewhere(TokenSet tokens) {
        return UriBuilder.fromUri("http://localhost:" + server.uri().getPort() + "/public")
                .queryParam("token", tokens.accessToken())
                .build();
    }

    @Test
    void guestIsGivenNoToken() {
        List<String> assigned = toHeader();

        client().catalog();

        assertThat(assigned).isEmpty();
    }

    @Test
    void failureOfTheAssignmentIsToldAndNothingIsSent() {
        Script.assignment = (tokens, request) -> {
            throw new IllegalStateException("no place");
        };

        assertThatThrownBy(() -> client().things())
                .isInstanceOf(ProcessingException.class)
                .hasMessage("the TokenAssignment for " + nameOf("things")
                        + " failed: java.lang.IllegalStateException: no place");
        assertThat(server.requests().count("/public")).isZero();
    }

    /** The tokens that are assigned from now on. */
    private static List<String> toHeader() {
        List<String> assigned = new CopyOnWriteArrayList<>();
        Script.assignment = (tokens, request) -> {
            assigned.add(tokens.accessToken());
            request.getHeaders().putSingle("X-Auth-Token", tokens.accessToken());
        };
        return assigned;
    }
}
