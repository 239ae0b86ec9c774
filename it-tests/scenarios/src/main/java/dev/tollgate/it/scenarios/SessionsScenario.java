package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.source.SessionKey;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** A bean of the application tells whose session a call belongs to: each user has tokens of their own. */
public abstract class SessionsScenario extends ManyUsersScenario {

    @Inject
    @RestClient
    UsersClient users;

    @Override
    protected Realm realm() {
        return tollgate.realm("users");
    }

    @Override
    protected Members members() {
        return users;
    }

    @Test
    void eachUsersCallsCarryTheirOwnToken() throws Exception {
        login("alice");
        login("bob");

        assertThat(as("alice", this::me)).isEqualTo("alice");
        assertThat(as("bob", this::me)).isEqualTo("bob");
        assertThat(as("alice", this::me)).isEqualTo("alice");
    }

    @Test
    void rejectedTokenOfOneUserIsReplacedForThemAlone() throws Exception {
        login("alice");
        login("bob");
        long before = realmOf("alice").status().generation();
        // tag::revoke[]
        server.tokens().revokeAccessTokens("alice");

        assertThat(as("alice", this::me)).isEqualTo("alice");
        assertThat(as("bob", this::me)).isEqualTo("bob");
        // end::revoke[]
        assertThat(realmOf("alice").status().generation()).isEqualTo(before + 1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void signOutOfOneUserLeavesTheOther() throws Exception {
        login("alice");
        login("bob");

        // tag::signOut[]
        tollgate.realm("users").session(SessionKey.of("alice")).signOut();
        // end::signOut[]

        assertThatThrownBy(() -> as("alice", this::me)).isInstanceOf(SessionExpiredException.class);
        assertThat(as("bob", this::me)).isEqualTo("bob");
    }

    @Test
    void logoutOfOneUserLeavesTheOther() throws Exception {
        login("alice");
        login("bob");

        as("alice", () -> {
            users.logout();
            return realm().status();
        });

        assertThat(realmOf("alice").status().state()).isEqualTo(State.SIGNED_OUT);
        assertThat(as("bob", this::me)).isEqualTo("bob");
    }

    @Test
    void realmOfASessionTellsItsStateWhoeverAsks() throws Exception {
        login("alice");

        assertThat(realmOf("alice").status())
                .returns(SessionKey.of("alice"), GateStatus::session)
                .returns(State.FRESH, GateStatus::state);
        assertThat(realmOf("bob").status().state()).isEqualTo(State.SIGNED_OUT);
        assertThat(as("alice", () -> realm().session())).isEqualTo(SessionKey.of("alice"));
    }

    @Test
    void realmOfASessionSignsInAndRefreshesThatSession() throws Exception {
        login("alice");
        TokenSet tokens = realmOf("alice").tokens();
        realmOf("alice").signOut();

        realmOf("alice").signIn(tokens.toBuilder().expiresIn(Duration.ZERO).build());
        get(realmOf("alice").refresh());

        assertThat(as("alice", this::me)).isEqualTo("alice");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void workInTheNameOfASessionCarriesItsTokens() throws Exception {
        login("alice");
        login("bob");
        SessionKey customer = SessionKey.of("alice");

        // tag::call[]
        String seen =
                tollgate.realm("users").session(customer).call(() -> users.me().getString("user"));
        // end::call[]

        assertThat(seen).isEqualTo("alice");
        assertThat(as("bob", () -> realmOf("alice").call(this::me))).isEqualTo("alice");
    }

    @Test
    void workInTheNameOfASessionMayBeAsynchronous() throws Exception {
        login("alice");

        assertThat(get(realmOf("alice").call(() -> users.meLater())).getString("user"))
                .isEqualTo("alice");
    }

    @Test
    void workInTheNameOfASessionMaySignIn() throws Exception {
        realmOf("bob").call(() -> users.login(account("bob")));

        assertThat(as("bob", this::me)).isEqualTo("bob");
    }

    @Test
    void callWithoutAUserFailsWithWhatTheResolverSaysAndSendsNothing() throws Exception {
        login("alice");

        Throwable failure = catchThrowable(this::me);

        assertThat(failure)
                .hasMessageContaining("session of realm 'users'")
                .hasMessageContaining("nobody is signed in on this thread")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void loginWithoutAUserFailsAndSendsNothing() {
        assertThatThrownBy(() -> users.login(account("alice"))).hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(server.requests().count("/login")).isZero();
    }

    @Test
    void asynchronousCallWithoutAUserFailsAndSendsNothing() throws Exception {
        login("alice");

        assertThatThrownBy(() -> get(users.meLater())).hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(server.requests().count("/user")).isZero();
    }

    @Test
    void guestNeedsNoUser() throws Exception {
        assertThat(get(users.helloLater()).getString("path")).isEqualTo("/public/hello");
    }

    @Test
    void clientsOfOtherRealmsNeedNoUser() throws Exception {
        shop.login(credentials("alice"));

        assertThat(shop.orders().getString("user")).isEqualTo("alice");
        assertThat(get(shop.ordersLater()).getString("user")).isEqualTo("alice");
    }
}
