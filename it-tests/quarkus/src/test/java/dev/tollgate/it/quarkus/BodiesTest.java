package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BodiesTest extends BodiesOnQuarkus {}
