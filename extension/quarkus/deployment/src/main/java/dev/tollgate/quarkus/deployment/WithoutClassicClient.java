package dev.tollgate.quarkus.deployment;

import java.util.function.BooleanSupplier;

/**
 * Refuses an application that has the other REST client of Quarkus. Conditions are asked while a build is put together;
 * any step would be too late, because Quarkus fails by itself then, in words about its build items.
 */
final class WithoutClassicClient implements BooleanSupplier {

    private static final String CLASSIC = "io.quarkus.restclient.runtime.ClassicRestClientBuilderFactory";

    @Override
    public boolean getAsBoolean() {
        try {
            Class.forName(CLASSIC, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return true;
        }
        throw new IllegalStateException("tollgate-quarkus is for the client of quarkus-rest-client, but"
                + " quarkus-resteasy-client (RESTEasy Classic) is here as well, whose calls would go out without a"
                + " token: replace it by quarkus-rest-client");
    }
}
