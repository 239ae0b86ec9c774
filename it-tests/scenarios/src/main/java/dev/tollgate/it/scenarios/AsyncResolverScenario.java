package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.sessions.DirectoryClient;
import dev.tollgate.it.scenarios.sessions.DirectoryResolver;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.source.SessionKey;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else has to be asked whose session it is: calls wait for the answer. */
public abstract class AsyncResolverScenario extends ManyUsersScenario {

    private static final String ASKS_ITSELF =
            "realm 'directory': whose session is it? The SessionResolver of the realm is"
                    + " being asked, and calls a client of the realm itself";

    @Inject
    @RestClient
    DirectoryClient client;

    @Inject
    DirectoryResolver directory;

    @Override
    protected Realm realm() {
        return tollgate.realm("directory");
    }

    @Override
    protected Members members() {
        return client;
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        super.signInAnew();
        directory.knowsNobody();
    }

    @Test
    void callWaitsForTheAnswer() throws Exception {
        realmOf("alice").call(() -> client.login(account("alice")));
        CompletableFuture<SessionKey> answer = directoryIsAsked();

        Future<String> call = inParallel(this::me);
        CompletableFuture<JsonObject> asynchronous = client.meLater().toCompletableFuture();
        assertThat(server.requests().count("/user")).isZero();
        answer.complete(SessionKey.of("alice"));

        assertThat(await(call)).isEqualTo("alice");
        assertThat(get(asynchronous).getString("user")).isEqualTo("alice");
    }

    @Test
    void nobodyWaitsForTheAnswerWhereTokensAreWantedLater() throws Exception {
        realmOf("alice").call(() -> client.login(account("alice")));
        String before = realmOf("alice").tokens().accessToken();
        CompletableFuture<SessionKey> answer = directoryIsAsked();

        CompletableFuture<TokenSet> tokens = realm().tokensLater().toCompletableFuture();
        CompletableFuture<JsonObject> call = realm().call(client::meLater).toCompletableFuture();
        CompletableFuture<TokenSet> refreshed = realm().refresh().toCompletableFuture();
        assertThat(Stream.of(tokens, call, refreshed)).noneMatch(CompletableFuture::isDone);
        answer.complete(SessionKey.of("alice"));

        assertThat(get(refreshed).accessToken()).isNotEqualTo(before);
        assertThat(get(tokens).accessToken()).isNotNull();
        assertThat(get(call).getString("user")).isEqualTo("alice");
    }

    @Test
    void loginBelongsToWhoTheAnswerTells() throws Exception {
        directoryIsAsked().complete(SessionKey.of("bob"));

        client.login(account("bob"));

        assertThat(realmOf("bob").call(this::me)).isEqualTo("bob");
    }

    @Test
    void failedAnswerIsTheCauseAndNothingIsSent() {
        assertThatThrownBy(this::me)
                .hasMessageContaining("session of realm 'directory'")
                .hasRootCauseMessage("the directory knows nobody");
        assertThatThrownBy(() -> get(client.meLater())).hasRootCauseMessage("the directory knows nobody");

        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void callDoesNotWaitLongerThanForAToken() {
        directoryIsAsked();

        assertThatThrownBy(this::me)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("did not answer within 1000 ms (wait-timeout)");

        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void directoryMayBeAClientOfARealmThatNeedsNoUser() throws Exception {
        shop.login(credentials("alice"));
        realmOf("alice").call(() -> client.login(account("alice")));
        directory.answers(() ->
                CompletableFuture.completedFuture(SessionKey.of(shop.orders().getString("user"))));

        assertThat(me()).isEqualTo("alice");
    }

    @Test
    void directoryMayBeAskedByAnAsynchronousCall() throws Exception {
        shop.login(credentials("alice"));
        realmOf("alice").call(() -> client.login(account("alice")));
        directory.answers(() -> shop.ordersLater().thenApply(answer -> SessionKey.of(answer.getString("user"))));

        assertThat(me()).isEqualTo("alice");
        assertThat(directory.asked()).isOne();
        assertThat(server.requests().count("/api/orders")).isOne();
    }

    @Test
    void directoryIsNotAskedAgainByTheLaterCallsItMakes() throws Exception {
        shop.login(credentials("alice"));
        realmOf("alice").call(() -> client.login(account("alice")));
        directory.answers(() -> shop.ordersLater()
                .thenCompose(first -> shop.ordersLater())
                .thenApply(second -> SessionKey.of(second.getString("user"))));

        assertThat(me()).isEqualTo("alice");
        assertThat(directory.asked()).isOne();
    }

    @Test
    void roleOfTheCallIsNotThatOfTheCallsThatTheDirectoryMakes() throws Exception {
        shop.login(credentials("alice"));
        realmOf("alice").call(() -> client.login(account("alice")));
        directory.answers(() ->
                CompletableFuture.completedFuture(SessionKey.of(shop.orders().getString("user"))));

        tollgate.callAs(Role.LOGOUT, this::me);

        assertThat(realmOf("alice").status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(tollgate.realm("shop").status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    @Test
    void directoryThatAsksItselfIsTold() {
        directory.answers(() -> CompletableFuture.completedFuture(SessionKey.of(me())));

        assertThatThrownBy(this::me).hasRootCauseMessage(ASKS_ITSELF);
        assertThat(directory.asked()).isOne();
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void directoryThatAsksItselfByAnAsynchronousCallIsTold() {
        directory.answers(() -> client.meLater().thenApply(answer -> SessionKey.of(answer.getString("user"))));

        assertThatThrownBy(() -> get(client.meLater())).hasRootCauseMessage(ASKS_ITSELF);
        assertThat(directory.asked()).isOne();
        assertThat(server.requests().count("/user")).isZero();
    }

    private CompletableFuture<SessionKey> directoryIsAsked() {
        CompletableFuture<SessionKey> answer = new CompletableFuture<>();
        directory.answers(() -> answer);
        return answer;
    }
}
