package dev.tollgate.it.quarkus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The warnings that a logger gives until this is closed. */
final class Warnings extends Handler implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private volatile Runnable reaction = () -> {};

    private Warnings(Logger logger) {
        this.logger = logger;
    }

    static Warnings of(String name) {
        Warnings warnings = new Warnings(Logger.getLogger(name));
        warnings.logger.addHandler(warnings);
        return warnings;
    }

    List<String> about(String subject) {
        return messages.stream().filter(message -> message.contains(subject)).toList();
    }

    /** Runs {@code work} when there is a warning. */
    void onNext(Runnable work) {
        reaction = work;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().equals(Level.WARNING)) {
            messages.add(entry.getMessage());
            reaction.run();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
