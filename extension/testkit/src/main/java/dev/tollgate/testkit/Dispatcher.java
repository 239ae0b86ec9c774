package dev.tollgate.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.tollgate.testkit.Answer.CutShort;
import dev.tollgate.testkit.Answer.Drip;
import dev.tollgate.testkit.Answer.Drop;
import dev.tollgate.testkit.Answer.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The way of a request: it is recorded, held, delayed, made to fail or handled, and only then answered. */
final class Dispatcher implements HttpHandler {

    final AuthorizationServer tokens;
    final ResourceServer resources;
    final Recorder recorder = new Recorder();
    final Faults faults = new Faults();
    final Holds holds = new Holds();
    private final AtomicInteger resets = new AtomicInteger();

    Dispatcher(AuthorizationServer tokens) {
        this.tokens = tokens;
        this.resources = new ResourceServer(tokens);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // to close an exchange whose answer has not begun is to close its connection
        try (exchange) {
            int before = resets.get();
            send(answer(Wire.read(exchange)), exchange, () -> resets.get() == before);
        }
    }

    private static void send(Answer answer, HttpExchange exchange, BooleanSupplier wanted) throws IOException {
        if (answer instanceof Reply reply) {
            Wire.write(exchange, reply);
        } else if (answer instanceof CutShort cut) {
            Wire.writeHalf(exchange, cut.reply());
        } else if (answer instanceof Drip drip) {
            Wire.drip(exchange, drip, wanted);
        }
    }

    /** All counting is done by the time this returns: who has an answer sees it counted. */
    private Answer answer(Recorded request) {
        Recorder.Entry entry = recorder.arrived(request);
        Answer answer = TokenEndpoints.isRefresh(request) ? refresh(request) : decide(request);
        if (answer instanceof Reply reply) {
            recorder.answered(entry, reply.status());
        }
        return answer;
    }

    private Answer refresh(Recorded request) {
        Tally tally = tokens.realm().tally();
        tally.refreshArrived();
        try {
            return decide(request);
        } finally {
            tally.refreshDone();
        }
    }

    private Answer decide(Recorded request) {
        try {
            int before = resets.get();
            holds.pass(request.path());
            sleep(latencyOf(request));
            // what a test left behind must not show up in the next one
            return resets.get() == before ? faultOrHandle(request) : Answer.drop();
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            return Answer.drop();
        }
    }

    private Answer faultOrHandle(Recorded request) {
        Answer answer = faults.take(request.path()).orElse(null);
        if (answer == null) {
            return handle(request);
        }
        if (answer == Drop.AFTER_HANDLING) {
            handle(request);
        }
        return answer;
    }

    private Reply handle(Recorded request) {
        try {
            if (AuthorizationServer.serves(request.path())) {
                return tokens.answer(request);
            }
            return ResourceServer.serves(request.path()) ? resources.answer(request) : Replies.error(404, "not_found");
        } catch (RuntimeException failure) {
            return Answer.status(500).body("text/plain", failure.toString());
        }
    }

    private Duration latencyOf(Recorded request) {
        return tokens.latencyOf(request).plus(resources.latencyOf(request));
    }

    private static void sleep(Duration latency) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(latency.toNanos());
    }

    void reset() {
        resets.incrementAndGet();
        holds.reset();
        faults.reset();
        tokens.reset();
        resources.reset();
        recorder.reset();
    }
}
