package dev.tollgate.it.elsewhere;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server writes, line by line. */
final class ServerLog {

    private final List<String> lines = new ArrayList<>();
    private final PrintStream copy = System.out;
    private boolean ended;

    private ServerLog() {}

    static ServerLog of(Process server) {
        ServerLog log = new ServerLog();
        Thread reader = new Thread(
                () -> {
                    try {
                        server.inputReader().lines().forEach(log::add);
                    } catch (UncheckedIOException e) {
                        log.add("(ended by the test)"); // which closes the stream
                    } finally {
                        log.end();
                    }
                },
                "server-log");
        reader.setDaemon(true);
        reader.start();
        return log;
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    synchronized String await(String text, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        Optional<String> found = line(text);
        while (found.isEmpty()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new IllegalStateException("no line with '" + text + "' in:\n" + text());
            }
            wait(left);
            found = line(text);
        }
        return found.get();
    }

    private Optional<String> line(String text) {
        return lines.stream().filter(line -> line.contains(text)).findFirst();
    }

    private synchronized void add(String line) {
        copy.println(line);
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
