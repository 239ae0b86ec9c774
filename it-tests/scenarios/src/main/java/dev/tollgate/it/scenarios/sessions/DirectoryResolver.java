package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Does what the scenario says, later. */
@ApplicationScoped
@TokenRealm("directory")
public class DirectoryResolver implements SessionResolver.Async {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Supplier<CompletionStage<SessionKey>> answer = DirectoryResolver::nobody;

    public void answers(Supplier<CompletionStage<SessionKey>> later) {
        answer = later;
    }

    /** How often it has been asked since {@link #knowsNobody()}. */
    public int asked() {
        return asked.get();
    }

    public void knowsNobody() {
        asked.set(0);
        answer = DirectoryResolver::nobody;
    }

    @Override
    public CompletionStage<SessionKey> sessionOf(String realm) {
        asked.incrementAndGet();
        return answer.get();
    }

    private static CompletionStage<SessionKey> nobody() {
        return CompletableFuture.failedFuture(new IllegalStateException("the directory knows nobody"));
    }
}
