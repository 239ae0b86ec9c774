package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.sessions.Members;
import dev.tollgate.it.scenarios.sessions.PrincipalsClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** The principal is to tell whose session it is, and the runtime has no MicroProfile JWT. */
public abstract class WithoutPrincipalScenario extends ManyUsersScenario {

    @Inject
    @RestClient
    PrincipalsClient principals;

    @Override
    protected Realm realm() {
        return tollgate.realm("principals");
    }

    @Override
    protected Members members() {
        return principals;
    }

    @Test
    void callFailsWithWhatIsMissingAndSendsNothing() {
        assertThatThrownBy(this::me)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContainingAll("no JsonWebToken bean", "SessionResolver", "tollgate.principals.session");

        assertThat(server.requests().count("/user")).isZero();
    }
}
