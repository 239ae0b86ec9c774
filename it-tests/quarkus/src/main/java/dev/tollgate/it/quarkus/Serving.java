package dev.tollgate.it.quarkus;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Does what a test says while Quarkus serves a request: on a worker or on an event loop. */
@Path("serving")
public class Serving {

    /** Where HTTP/2 is offered by an upgrade, Quarkus keeps only the last of several headers with the same name. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final AtomicReference<Supplier<Uni<?>>> WORK = new AtomicReference<>();

    @GET
    @Path("worker")
    @Blocking
    public String onAWorker() {
        return done();
    }

    @GET
    @Path("event-loop")
    @NonBlocking
    public Uni<String> onAnEventLoop() {
        return work().map(any -> "done");
    }

    /** What {@code work} returns when it is done at {@code place} for a request with {@code headers}: name, value, .. */
    static <T> T at(String place, Callable<T> work, String... headers) throws Exception {
        return laterAt(place, () -> Uni.createFrom().item(() -> call(work)), headers);
    }

    /** What {@code work} brings when it is begun at {@code place}. */
    static <T> T laterAt(String place, Supplier<Uni<T>> work, String... headers) throws Exception {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        WORK.set(() -> work.get()
                .onItemOrFailure()
                .invoke((item, thrown) -> {
                    if (thrown == null) {
                        outcome.complete(item);
                    } else {
                        outcome.completeExceptionally(thrown instanceof Checked checked ? checked.getCause() : thrown);
                    }
                })
                .onFailure()
                .recoverWithNull());
        request(place, headers);
        return get(outcome);
    }

    private static void request(String place, String... headers) throws Exception {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/serving/" + place));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HTTP.send(request.build(), BodyHandlers.discarding());
    }

    static String done() {
        work().await().indefinitely();
        return "done";
    }

    private static Uni<?> work() {
        return Objects.requireNonNull(WORK.getAndSet(null)).get();
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Checked(e);
        }
    }

    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Checked(Exception cause) {
            super(cause);
        }
    }

    /** What {@code later} brings, in the time that it may take. */
    static <T> T get(CompletableFuture<T> later) throws Exception {
        try {
            return later.get(15, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}
