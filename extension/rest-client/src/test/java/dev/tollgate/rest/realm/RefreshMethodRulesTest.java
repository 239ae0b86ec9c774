package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** What a refresh method must be for the gate to call it. */
class RefreshMethodRulesTest {

    private final Problems problems = new Problems();

    @Test
    void refreshMethodMayBeInherited() {
        RealmCatalog catalog = plan(Configs.of(Map.of()), Inherits.class);

        assertThat(catalog.realms().values()).singleElement().satisfies(realm -> assertThat(realm.refreshMethod())
                .hasValueSatisfying(method -> assertThat(method.describe()).isEqualTo("Inherits.refresh")));
        assertThat(problems.all()).isEmpty();
    }

    interface Base {
        @POST
        @RefreshToken
        void refresh(String refreshToken);
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface Inherits extends Base {}

    /** The compiler adds a method with the type of the overridden one, and gives it the annotations as well. */
    @Test
    void refreshMethodMayNarrowWhatItOverrides() {
        plan(Configs.of(Map.of()), Narrows.class);

        assertThat(Narrows.class.getMethods()).hasSize(2);
        assertThat(problems.all()).isEmpty();
    }

    interface Wide {
        @POST
        Object refresh(String refreshToken);
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface Narrows extends Wide {
        @Override
        @POST
        @RefreshToken
        JsonObject refresh(String refreshToken);
    }

    @Test
    void realmWithoutARefreshMethodIsNoMistake() {
        RealmCatalog catalog = plan(Configs.of(Map.of()), OrdersOnly.class);

        assertThat(catalog.realms().values()).singleElement().satisfies(realm -> assertThat(realm.refreshMethod())
                .isEmpty());
        assertThat(problems.all()).isEmpty();
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface OrdersOnly {
        @GET
        void orders();
    }

    @Test
    void twoRefreshMethodsOfARealmAreToldWithBothNames() {
        plan(Configs.of(Map.of()), Inherits.class, Another.class);

        assertThat(problems.all())
                .singleElement()
                .asString()
                .startsWith("realm 'shop' has more than one @RefreshToken method: [")
                .contains("Inherits.refresh", "Another.renew");
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface Another {
        @POST
        @RefreshToken
        void renew(String refreshToken);
    }

    @Test
    void twoRealmsMayHaveARefreshMethodEach() {
        assertThat(plan(Configs.of(Map.of()), Inherits.class, OfAnotherRealm.class)
                        .realms()
                        .values())
                .hasSize(2)
                .allSatisfy(realm -> assertThat(realm.refreshMethod()).isPresent());
        assertThat(problems.all()).isEmpty();
    }

    @RegisterRestClient
    @TokenRealm("bank")
    interface OfAnotherRealm extends Base {}

    @Test
    void interfaceThatIsNoBeanCanNotRefresh() {
        plan(Configs.of(Map.of()), NoBean.class);

        assertThat(problems.all())
                .containsExactly("realm 'shop': the gate calls NoBean.refresh on the injected client, but "
                        + NoBean.class.getName() + " is no bean: annotate it with @RegisterRestClient");
    }

    @TokenRealm("shop")
    interface NoBean extends Base {}

    @Test
    void refreshMustNotBeRetriedByItsMethodNorByItsInterface() {
        plan(Configs.of(Map.of()), Retried.class, RetriedAsAWhole.class);

        assertThat(problems.all())
                .containsExactly(
                        "RetriedAsAWhole.refresh: @Retry must not be on a @RefreshToken method, a refresh token may be"
                                + " used once only; the gate itself tries again where it may",
                        "Retried.refresh: @Retry must not be on a @RefreshToken method, a refresh token may be"
                                + " used once only; the gate itself tries again where it may");
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface Retried {
        @Retry
        @POST
        @RefreshToken
        void refresh(String refreshToken);
    }

    @Retry
    @RegisterRestClient
    @TokenRealm("bank")
    interface RetriedAsAWhole extends Base {}

    @Test
    void otherCallsMayBeRetried() {
        plan(Configs.of(Map.of()), RetriesOthers.class);

        assertThat(problems.all()).isEmpty();
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface RetriesOthers extends Base {
        @Retry
        @GET
        void orders();
    }

    @Test
    void configuredCredentialsAreWhatTheMethodGets() {
        plan(Configs.of("tollgate.shop.client-id", "orders"), Identified.class);
        assertThat(problems.all())
                .containsExactly("tollgate.shop.client-secret: is missing, Identified.refresh asks for it");
    }

    @RegisterRestClient
    @TokenRealm("shop")
    interface Identified {
        @POST
        @RefreshToken
        void refresh(
                @FormParam("refresh_token") String refreshToken,
                @FormParam("client_id") String clientId,
                @FormParam("client_secret") String clientSecret);
    }

    @Test
    void mistakesOfARealmThatIsSwitchedOffDoNotMatter() {
        plan(Configs.of("tollgate.shop.enabled", "false"), NoBean.class, Retried.class);

        assertThat(problems.all()).isEmpty();
    }

    private RealmCatalog plan(Config config, Class<?>... known) {
        return RealmPlanner.plan(Discovered.clients(List.of(known)), config, problems);
    }
}
