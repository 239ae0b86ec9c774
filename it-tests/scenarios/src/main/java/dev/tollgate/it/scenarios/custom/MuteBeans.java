package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of its callbacks never answers. */
@ApplicationScoped
@TokenRealm("mute")
public class MuteBeans extends AsyncBeans {

    private static volatile @Nullable Callback mute;

    public static void mute(@Nullable Callback callback) {
        mute = callback;
    }

    @Override
    protected <T> CompletionStage<T> later(Callback what, Supplier<T> answer) {
        return what == mute ? new CompletableFuture<>() : CompletableFuture.completedFuture(answer.get());
    }
}
