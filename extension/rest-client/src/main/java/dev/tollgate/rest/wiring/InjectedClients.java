package dev.tollgate.rest.wiring;

import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the clients of a realm have its filters. A REST client without an adapter may make the builders of injected
 * clients itself and report them to no {@code RestClientBuilderListener}, as CXF does: such clients would send no token, and
 * could not even be refused at their first call.
 */
final class InjectedClients {

    private InjectedClients() {}

    static void check(RealmCatalog planned, Problems problems) {
        if (!planned.clients().isEmpty()) {
            RestClientHere.find().ifPresent(restClient -> check(planned, restClient, problems));
        }
    }

    static void check(RealmCatalog planned, RestClientHere restClient, Problems problems) {
        objectionTo(restClient).ifPresent(objection -> new TreeSet<>(
                        planned.clients().values())
                .forEach(realm -> problems.add("realm '" + realm + "' has clients, but their REST client ("
                        + restClient.name() + ") " + objection + ". Take the clients out of the realm, or switch"
                        + " the realm off with tollgate." + realm + ".enabled=false")));
    }

    private static Optional<String> objectionTo(RestClientHere restClient) {
        if (!restClient.isSupported() && !restClient.isRefusedAtItsFirstCall()) {
            return Optional.of(
                    "is not supported: injected clients would send no token. A realm needs RESTEasy (WildFly,"
                            + " Open Liberty, Weld SE) or, with dev.tollgate:tollgate-quarkus, the client of"
                            + " quarkus-rest-client");
        }
        return restClient.hasAskedForFilters()
                ? Optional.empty()
                : Optional.of(
                        "has not asked for the filters of Tollgate: calls would carry no token. The class loader of"
                                + " the application must find META-INF/services/"
                                + "org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener of"
                                + " dev.tollgate:tollgate-rest-client");
    }
}
