package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubResourceMembershipTest {

    private final Problems problems = new Problems();

    interface Part {
        @GET
        String get();

        @Path("deeper")
        Part deeper();

        @Path("other")
        OtherPart other();
    }

    interface OtherPart {
        @GET
        String get();
    }

    @TokenRealm("shop")
    interface Shop {
        @Path("part")
        Part part();
    }

    @TokenRealm("bank")
    interface Bank {
        @Path("part")
        Part part();
    }

    @TokenRealm("shop")
    @Guest
    interface Catalog {
        @Path("part")
        OtherPart part();
    }

    interface Plain {
        @Path("part")
        Part part();
    }

    @TokenRealm("shop")
    interface NoLocator {
        @GET
        @Path("part")
        Part part();
    }

    @Test
    void subResourcesAreInTheRealmOfTheirClient() {
        assertThat(plan(Shop.class).clients()).containsEntry(Part.class, "shop").containsEntry(OtherPart.class, "shop");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void whatAnHttpCallReturnsIsNoSubResource() {
        assertThat(plan(NoLocator.class).clients()).containsOnlyKeys(NoLocator.class);
    }

    @Test
    void subResourceOfTwoRealmsIsTold() {
        plan(Shop.class, Bank.class);

        assertThat(problems.all())
                .contains(Part.class.getName() + " is reached from " + Shop.class.getName()
                        + " (realm 'shop') and from " + Bank.class.getName()
                        + " (realm 'bank'): whose tokens should its calls carry? Put @TokenRealm on it");
    }

    @Test
    void subResourceOfARealmAndOfNoneIsTold() {
        plan(Plain.class, Shop.class);

        assertThat(problems.all()).anySatisfy(problem -> assertThat(problem).contains("(no realm)"));
    }

    @Test
    void subResourceHasTheRoleOfItsClientUnlessItHasItsOwn() throws Exception {
        RealmCatalog catalog = plan(Catalog.class);

        assertThat(catalog.rolesOf(OtherPart.class, "shop").of(OtherPart.class.getMethod("get")))
                .hasValue(Role.GUEST);
    }

    private RealmCatalog plan(Class<?>... clients) {
        return RealmPlanner.plan(Discovered.clients(List.of(clients)), Configs.of(Map.of()), problems);
    }
}
