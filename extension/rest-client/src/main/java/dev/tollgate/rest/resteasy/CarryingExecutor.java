package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CarriedCall;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes the context of the thread that hands it work to the one that does the work, and no further. */
final class CarryingExecutor extends AbstractExecutorService {

    private final Supplier<Executor> threads;

    /** @param threads what does the work; asked each time */
    CarryingExecutor(Supplier<Executor> threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        CarriedCall call = CarriedCall.capture();
        threads.get().execute(() -> {
            call.begin();
            try {
                work.run();
            } finally {
                call.end();
            }
        });
    }

    /** A client that is closed must not end the threads of others. */
    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
