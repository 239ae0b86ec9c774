package dev.tollgate.it.keycloak;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process and what it started: {@code kc.sh} is a shell, and the server is its child. */
final class ProcessTree implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process root;

    private ProcessTree(Process root) {
        this.root = root;
    }

    /** Starts {@code command}; it ends with this JVM at the latest. */
    static ProcessTree start(ProcessBuilder command) throws IOException {
        ProcessTree tree = new ProcessTree(command.start());
        Runtime.getRuntime().addShutdownHook(new Thread(tree::kill, "end of process " + tree.root.pid()));
        return tree;
    }

    boolean endsWithin(Duration patience) {
        try {
            return root.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + root.pid(), e);
        }
    }

    int exitCode() {
        return root.exitValue();
    }

    @Override
    public void close() {
        kill();
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("process " + root.pid() + " survived its end");
        }
    }

    /** Asks the children to end, and waits until they have. */
    void end() {
        root.descendants().forEach(ProcessHandle::destroy);
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("process " + root.pid() + " does not end when it is asked to");
        }
    }

    /**
     * Without ceremony, since nothing is to be saved. The children go first, until the shell has none: it reaps them and
     * then ends by itself, where orphans would stay behind as zombies if nobody adopts them.
     */
    private void kill() {
        long start = System.nanoTime();
        do {
            root.descendants().forEach(ProcessHandle::destroyForcibly);
        } while (!endsWithin(POLL) && System.nanoTime() - start < PATIENCE.toNanos());
        root.destroyForcibly();
    }
}
