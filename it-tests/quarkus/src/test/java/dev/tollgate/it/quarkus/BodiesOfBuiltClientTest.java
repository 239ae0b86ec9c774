package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BodiesOfBuiltClientTest extends BodiesOnQuarkus {

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
