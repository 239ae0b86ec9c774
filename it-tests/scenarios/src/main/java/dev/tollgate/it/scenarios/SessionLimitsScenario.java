package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.sessions.FewClient;
import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenUnavailableException;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code max-sessions=2}. */
public abstract class SessionLimitsScenario extends ManyUsersScenario {

    @Inject
    @RestClient
    FewClient few;

    @Override
    protected Realm realm() {
        return tollgate.realm("few");
    }

    @Override
    protected Members members() {
        return few;
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        super.signInAnew();
        server.tokens().user("carol", "carol");
    }

    @Test
    void sessionTooManyIsRefusedWithoutHarmToTheOthers() throws Exception {
        login("alice");
        login("bob");

        assertThatThrownBy(() -> login("carol"))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("max-sessions");
        assertThat(as("alice", this::me)).isEqualTo("alice");
        assertThat(as("bob", this::me)).isEqualTo("bob");
    }

    @Test
    void whoSignsOutMakesRoomForTheNext() throws Exception {
        login("alice");
        login("bob");
        realmOf("alice").signOut();

        login("carol");

        assertThat(as("carol", this::me)).isEqualTo("carol");
        assertThat(realm().sessions()).hasSize(2);
    }
}
