package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import java.util.TreeSet;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;

/**
 * Whether the clients that are injected have the filters. CXF makes their builders itself and reports them to no
 * {@code RestClientBuilderListener}: they would send no token, and could not even be refused at their first call.
 */
final class InjectedClients {

    private static final String CXF = "org.apache.cxf.";

    private InjectedClients() {}

    static void check(RealmCatalog planned, Problems problems) {
        if (!planned.clients().isEmpty()) {
            check(planned, restClient(), problems);
        }
    }

    static void check(RealmCatalog planned, String restClient, Problems problems) {
        if (restClient.startsWith(CXF)) {
            new TreeSet<>(planned.clients().values())
                    .forEach(realm -> problems.add("realm '" + realm + "' has clients, but their REST client ("
                            + restClient + ") is not supported: injected clients would send no token. A realm needs"
                            + " RESTEasy (WildFly, Open Liberty, Weld SE) or, with dev.tollgate:tollgate-quarkus, the"
                            + " client of quarkus-rest-client. Take the clients out of the realm, or switch the realm off"
                            + " with tollgate." + realm + ".enabled=false"));
        }
    }

    private static String restClient() {
        try {
            return RestClientBuilderResolver.instance().getClass().getName();
        } catch (IllegalStateException e) {
            return "none"; // then no client can be injected
        }
    }
}
