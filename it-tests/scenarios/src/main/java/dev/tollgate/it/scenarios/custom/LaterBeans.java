package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers from another thread. */
@ApplicationScoped
@TokenRealm("later")
public class LaterBeans extends AsyncBeans {

    @Override
    protected <T> CompletionStage<T> later(Callback what, Supplier<T> answer) {
        return CompletableFuture.supplyAsync(answer, task -> new Thread(task, "application").start());
    }
}
