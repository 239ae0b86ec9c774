package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.custom.BrochureClient;
import dev.tollgate.it.scenarios.custom.ForeignClient;
import dev.tollgate.rest.Realm;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Configuration says which realm a client that can not be edited is in, and what its calls are. */
public abstract class ConfiguredRolesScenario extends ShopScenario {

    @Inject
    @RestClient
    ForeignClient foreign;

    @Inject
    @RestClient
    BrochureClient brochure;

    @Override
    protected Realm realm() {
        return tollgate.realm("listed");
    }

    @BeforeEach
    void signInToTheRealm() {
        foreign.login(credentials("alice"));
    }

    @Test
    void methodCanBeTheRefresh() {
        expireLocally();

        foreign.things();

        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void methodCanBeAGuests() {
        foreign.catalog();

        assertThat(authorizations("/public/catalog")).containsExactly(List.of());
    }

    @Test
    void oneOfSeveralOverloadsCanBeMeant() {
        foreign.find("bolt");
        foreign.find(7);

        assertThat(authorizations("/public/find").get(0)).isEmpty();
        assertThat(authorizations("/public/find").get(1)).hasSize(1);
    }

    @Test
    void wholeInterfaceCanBeMeant() {
        brochure.pages();

        assertThat(authorizations("/public/pages")).containsExactly(List.of());
    }

    @Test
    void w10_annotationThatOnlyLooksLikeOursGivesNoRole() {
        foreign.things();

        assertThat(authorizations("/public/things").get(0)).hasSize(1);
    }

    @Test
    void methodCanBeTheLogout() {
        foreign.leave();

        assertThat(realm().status().generation()).isZero();
    }

    private List<List<String>> authorizations(String path) {
        return server.requests().to(path).stream()
                .map(request -> request.headers().getOrDefault("Authorization", List.of()))
                .toList();
    }
}
