package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What would let calls go without a token is found when the application is built. */
class MisspeltPrefixTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(DeskClient.class, TillClient.class, BaseClient.class, ChildClient.class))
            .overrideConfigKey("tolgate.base.wait-timeout", "1s")
            .overrideConfigKey("tollgate.bsae.fail-fast", "true")
            .overrideConfigKey("colgate.base.wait-timeout", "1s")
            .assertException(failure -> assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .startsWith("Tollgate can not start, 5 problem(s):\n  ")
                    .contains(
                            "tolgate.base.wait-timeout: did you mean tollgate.base.wait-timeout?",
                            "realm 'bsae' has properties, but no client interface: did you mean 'base'?",
                            DeskClient.class.getName() + ".signIn has a role, but its client interface is in no realm",
                            TillClient.class.getName() + ".renew has a role, but its client interface is in no realm",
                            ChildClient.class.getName() + " is in no realm, but extends "
                                    + BaseClient.class.getName()));

    @Test
    void isNotBuilt() {
        throw new AssertionError("the application was built");
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    interface DeskClient {
        @POST
        @Path("login")
        @Login
        String signIn();
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    interface TillClient {
        @POST
        @Path("token")
        @RefreshToken
        String renew(@FormParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("base")
    interface BaseClient {
        @GET
        @Path("orders")
        String orders();
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    interface ChildClient extends BaseClient {}
}
