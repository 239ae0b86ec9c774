package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose call it is, whether the REST client tells the client interface or not, and whether it was discovered or not. */
class CalledClientTest {

    private final List<Realms> started = new ArrayList<>();

    interface Listed {
        @GET
        String list();

        @GET
        @Guest
        String news();
    }

    @TokenRealm("shop")
    interface Shop extends Listed {}

    @TokenRealm("bank")
    interface Bank extends Listed {}

    interface Plain extends Listed {}

    @TokenRealm("shop")
    interface Root {
        @Path("part")
        Part part();
    }

    interface Part extends Listed {}

    @TokenRealm("shop")
    interface Base {
        @GET
        String orders();
    }

    interface Child extends Base {}

    @Guest
    interface GuestsChild extends Base {}

    interface Desk {
        @POST
        @Login
        String signIn();
    }

    @AfterEach
    void stop() {
        started.forEach(Realms::stop);
    }

    @Test
    void inheritedMethodIsOneOfTheOnlyClientThatHasIt() throws Exception {
        assertThat(called(list(), null, Map.of(), Shop.class)).hasValue(Shop.class);
        assertThat(called(list(), null, Map.of(), Root.class)).hasValue(Part.class);
    }

    @Test
    void methodThatSeveralClientsInheritIsRefused() {
        for (Class<?> other : List.of(Bank.class, Plain.class)) {
            assertThatThrownBy(() -> called(list(), null, Map.of(), Shop.class, other))
                    .isInstanceOf(ProcessingException.class)
                    .hasCauseInstanceOf(TokenFailure.Configuration.class)
                    .hasMessageContaining("does not tell which client interface is called, and ")
                    .hasMessageContaining(Shop.class.getName())
                    .hasMessageContaining(other.getName())
                    .hasMessageEndingWith(
                            "have the method list of " + Listed.class.getName() + ": declare it in each of them");
        }
    }

    @Test
    void methodOfAClientThatAnotherOneInheritsIsRefused() {
        assertThatThrownBy(() -> called(method(Base.class, "orders"), null, Map.of(), Base.class, SubBase.class))
                .hasMessageContaining("declare it in each of them");
    }

    @TokenRealm("bank")
    interface SubBase extends Base {}

    @Test
    void guestsCallIsNot() throws Exception {
        assertThat(called(method(Listed.class, "news"), null, Map.of(), Shop.class, Plain.class))
                .isEmpty();
    }

    @Test
    void clientsWithoutARealmAreLetAlone() throws Exception {
        assertThat(called(list(), null, Map.of(), Plain.class)).isEmpty();
        assertThat(called(list(), null, Map.of(), Base.class)).isEmpty();
    }

    @Test
    void clientsOfARealmThatIsSwitchedOffAreLetAlone() throws Exception {
        Map<String, String> off = Map.of("tollgate.shop.enabled", "false");

        assertThat(called(list(), null, off, Shop.class, Plain.class)).isEmpty();
        assertThat(called(list(), Shop.class, off, Shop.class)).isEmpty();
        assertThat(called(list(), Shop.class, off)).isEmpty();
        assertThat(called(method(Base.class, "orders"), Child.class, off)).isEmpty();
    }

    @Test
    void clientThatIsToldIsTaken() throws Exception {
        assertThat(called(list(), Bank.class, Map.of(), Shop.class, Bank.class)).hasValue(Bank.class);
        assertThat(called(list(), Plain.class, Map.of(), Shop.class, Plain.class))
                .isEmpty();
    }

    @Test
    void clientThatWasNotDiscoveredIsInTheRealmThatItNames() throws Exception {
        assertThat(called(list(), Shop.class, Map.of("tollgate.realms", "shop")))
                .hasValue(Shop.class);
    }

    @Test
    void realmThatWasNotFoundIsRefused() {
        assertThatThrownBy(() -> called(list(), Bank.class, Map.of(), Shop.class))
                .isInstanceOf(ProcessingException.class)
                .hasCauseInstanceOf(TokenFailure.Configuration.class)
                .hasMessageStartingWith(
                        Bank.class.getName() + " is in the realm 'bank', which was not found at start-up:"
                                + " put bank into tollgate.realms");
    }

    @Test
    void realmIsRefusedWhereNoneWereLookedFor() {
        CalledClient clients = clients(new Realms(NoRealms.INSTANCE, () -> Configs.of(Map.of())));

        assertThatThrownBy(() -> clients.of(list(), Optional.of(Shop.class)))
                .hasMessageStartingWith(
                        Shop.class.getName() + " is in the realm 'shop', but Tollgate was not started: ");
        assertThat(clients.of(method(Desk.class, "signIn"), Optional.of(Desk.class)))
                .isEmpty();
    }

    @Test
    void realmIsRefusedWhereThereIsNoContainer() {
        CalledClient clients = new CalledClient(Optional::empty);

        assertThatThrownBy(() -> clients.of(list(), Optional.of(Shop.class)))
                .hasMessageContaining("there is no CDI container");
        assertThat(clients.of(list(), Optional.of(Plain.class))).isEmpty();
    }

    @Test
    void marksOfAClientThatWasNotDiscoveredAreRefusedWithoutARealm() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> called(method(Desk.class, "signIn"), Desk.class, Map.of(), Shop.class))
                    .isInstanceOf(ProcessingException.class)
                    .hasMessageStartingWith(
                            Desk.class.getName() + ".signIn has a role, but its client interface is in no"
                                    + " realm: put @TokenRealm on it");
        }
    }

    @Test
    void heirOfAClientInARealmThatWasNotDiscoveredIsRefused() throws Exception {
        assertThatThrownBy(() -> called(method(Base.class, "orders"), Child.class, Map.of(), Base.class))
                .hasMessageStartingWith(Child.class.getName() + " is in no realm, but extends " + Base.class.getName());
        assertThat(called(method(Base.class, "orders"), GuestsChild.class, Map.of(), Base.class))
                .isEmpty();
    }

    private Optional<Class<?>> called(
            Method method, @Nullable Class<?> told, Map<String, String> properties, Class<?>... discovered) {
        Config config = Configs.of(properties);
        Realms realms = new Realms(
                RealmPlanner.plan(Discovered.clients(List.of(discovered)), config, new Problems()), () -> config);
        return clients(realms).of(method, Optional.ofNullable(told)).map(ClientProfile::client);
    }

    private CalledClient clients(Realms realms) {
        realms.start();
        started.add(realms);
        return new CalledClient(() -> Optional.of(realms));
    }

    private static Method list() {
        return method(Listed.class, "list");
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
