package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.oauth2.OAuth2Settings.Store;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.SelfSigned;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A new key store makes a new HTTP client. From JDK 21 on the one before is ended, and must not be while it is asked. */
@Timeout(120)
@ExtendWith(FakeServerExtension.class)
class ReplacedClientTest {

    private static final int THREADS = 8;
    private static final int REQUESTS = 40;

    @AutoClose("shutdownNow")
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AutoClose
    private final Connections connections;

    private final FakeServer fake;
    private final Path keyStore;
    private final AtomicLong changes = new AtomicLong();

    ReplacedClientTest(FakeServer fake, @TempDir Path folder) {
        this.fake = fake;
        SelfSigned made = SelfSigned.make(folder.resolve("orders.p12"), "orders");
        this.keyStore = made.file();
        this.connections = new Connections(new Http(
                Duration.ofSeconds(10),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(new Store(keyStore, Optional.of(SelfSigned.PASSWORD))),
                Optional.empty()));
    }

    @Test
    void requestThatHasItsClientButHasNotBegunIsStillAnswered() {
        CompletableFuture<HttpResponse<Void>> first = connections.begin(before -> {
            change();
            connections.begin(after -> {
                assertThat(after).isNotSameAs(before);
                return get(after);
            });
            return get(before);
        });

        assertThat(first.join().statusCode()).isEqualTo(405);
    }

    @Test
    void requestsOfManyThreadsAreAllAnsweredWhateverChangesMeanwhile() throws Exception {
        List<Future<?>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            threads.add(pool.submit(() -> ask(random)));
        }
        for (Future<?> thread : threads) {
            thread.get(60, TimeUnit.SECONDS);
        }

        assertThat(fake.requests().count("/token")).isEqualTo(THREADS * REQUESTS);
    }

    private void ask(Random random) {
        for (int request = 0; request < REQUESTS; request++) {
            if (random.nextInt(10) == 0) {
                change();
            }
            assertThat(connections.begin(this::get).join().statusCode()).isEqualTo(405);
        }
    }

    private CompletableFuture<HttpResponse<Void>> get(HttpClient client) {
        return client.sendAsync(HttpRequest.newBuilder(fake.uri("/token")).build(), BodyHandlers.discarding());
    }

    private void change() {
        try {
            Files.setLastModifiedTime(keyStore, FileTime.fromMillis(changes.addAndGet(1000)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
