package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is fixed when the application is built is checked when it is built. */
class UnknownRolesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(ShopClient.class))
            .overrideConfigKey("tollgate.shop.roles.\"shop/catalogue\"", "guest")
            .overrideConfigKey("tollgate.shop.roles.\"shop/catalog\"", "visitor")
            .overrideConfigKey("tollgate.shop.clients", "stock")
            .assertException(failure -> assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .startsWith("Tollgate can not start, 3 problem(s):\n  ")
                    .contains(
                            "tollgate.shop.clients=stock: there is no client interface with this config key or class"
                                    + " name",
                            "tollgate.shop.roles.\"shop/catalogue\"=guest: the realm has no client interface with such"
                                    + " a method; did you mean shop/catalog",
                            "tollgate.shop.roles.\"shop/catalog\"=visitor: must be one of "));

    @Test
    void isNotBuilt() {
        throw new AssertionError("the application was built");
    }

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("shop")
    interface ShopClient {
        @GET
        @Path("catalog")
        String catalog();
    }
}
