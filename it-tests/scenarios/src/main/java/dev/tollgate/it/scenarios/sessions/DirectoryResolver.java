package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Does what the scenario says, later. */
@ApplicationScoped
@TokenRealm("directory")
public class DirectoryResolver implements SessionResolver.Async {

    private volatile Supplier<CompletionStage<SessionKey>> answer = DirectoryResolver::nobody;

    public void answers(Supplier<CompletionStage<SessionKey>> later) {
        answer = later;
    }

    public void knowsNobody() {
        answer = DirectoryResolver::nobody;
    }

    @Override
    public CompletionStage<SessionKey> sessionOf(String realm) {
        return answer.get();
    }

    private static CompletionStage<SessionKey> nobody() {
        return CompletableFuture.failedFuture(new IllegalStateException("the directory knows nobody"));
    }
}
