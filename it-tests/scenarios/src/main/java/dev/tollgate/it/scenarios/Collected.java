package dev.tollgate.it.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** All that a publisher brings. */
final class Collected<T> implements Subscriber<T> {

    private final List<T> items = new ArrayList<>();
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();

    private Collected() {}

    static <T> List<T> of(Publisher<T> publisher) throws Exception {
        Collected<T> collected = new Collected<>();
        publisher.subscribe(collected);
        return collected.all.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
        items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(items);
    }
}
