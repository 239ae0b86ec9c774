package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** From a virtual thread that serves a request, from JDK 21 on. */
@QuarkusTest
class VirtualThreadTest extends VertxMatrix {

    @Inject
    @RestClient
    VertxClient client;

    @Override
    protected VertxClient client() {
        return client;
    }

    @Override
    protected <T> T now(Callable<T> call) throws Exception {
        return Serving.at("virtual-thread", call);
    }

    @Override
    protected <T> T later(Supplier<Uni<T>> call) throws Exception {
        return Serving.laterAt("virtual-thread", call);
    }

    /** Of the JDK that this runs on, but not of the one that it is compiled for. */
    @Test
    void threadIsVirtual() throws Exception {
        assertThat(now(() -> (Boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread())))
                .isTrue();
    }
}
