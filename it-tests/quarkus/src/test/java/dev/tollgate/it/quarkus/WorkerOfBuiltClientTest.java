package dev.tollgate.it.quarkus;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WorkerOfBuiltClientTest extends WorkerMatrix {

    @Override
    protected VertxClient client() {
        return QuarkusRestClientBuilder.newBuilder().baseUri(server.uri()).build(VertxClient.class);
    }
}
