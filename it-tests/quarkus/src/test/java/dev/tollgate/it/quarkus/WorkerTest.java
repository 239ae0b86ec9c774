package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@QuarkusTest
class WorkerTest extends WorkerMatrix {

    @Inject
    @RestClient
    VertxClient client;

    @Override
    protected VertxClient client() {
        return client;
    }
}
