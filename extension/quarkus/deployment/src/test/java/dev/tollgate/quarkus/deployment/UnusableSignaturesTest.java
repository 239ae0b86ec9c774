package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application whose refresh, login or logout can not work is not built, and all that is wrong is told at once. */
class UnusableSignaturesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(UnboundClient.class, AmbiguousClient.class, TwiceMarkedClient.class))
            .assertException(failure -> assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .startsWith("Tollgate can not start, 5 problem(s):\n  ")
                    .contains(
                            UnboundClient.class.getName()
                                    + ": refresh(@FormParam(\"audience\") String): parameter 1 can"
                                    + " not be bound; a parameter is a String with @FormParam,",
                            UnboundClient.class.getName() + ": refresh(@FormParam(\"audience\") String): no parameter"
                                    + " takes the refresh token; a parameter is a String with @FormParam,",
                            "realm 'ambiguous' has more than one @RefreshToken method: [",
                            TwiceMarkedClient.class.getName() + ".login(java.lang.String) has more than one role:"
                                    + " [GUEST, LOGIN]",
                            TwiceMarkedClient.class.getName() + ".logout() has more than one role: [LOGIN, LOGOUT]"));

    @Test
    void isNotBuilt() {
        throw new AssertionError("the application was built");
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("unbound")
    interface UnboundClient {
        @POST
        @Path("token")
        @RefreshToken
        String refresh(@FormParam("audience") String audience);
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("ambiguous")
    interface AmbiguousClient {
        @POST
        @Path("token")
        @RefreshToken
        String refresh(@FormParam("refresh_token") String refreshToken);

        @POST
        @Path("another")
        @RefreshToken
        String another(@FormParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient(baseUri = "http://localhost:1")
    @TokenRealm("twice")
    interface TwiceMarkedClient {
        @POST
        @Path("login")
        @Login
        @Guest
        String login(String credentials);

        @POST
        @Path("logout")
        @Login
        @Logout
        void logout();
    }
}
