package dev.tollgate.rest.realm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;

/**
 * Has a factory of somebody else make its threads on a clean thread: what they inherit, they inherit of that one.
 *
 * @param plain makes the threads
 */
record ThreadsApart(ThreadFactory plain) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable task) {
        CompletableFuture<Thread> made = new CompletableFuture<>();
        CleanThreads.daemon(() -> make(task, made)).start();
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
        }
    }

    private void make(Runnable task, CompletableFuture<Thread> made) {
        try {
            made.complete(plain.newThread(task));
        } catch (Throwable e) {
            made.completeExceptionally(e);
        }
    }
}
