package dev.tollgate.it.benchmark.storm.client;

/** An application with a client for each variant that it has. */
@FunctionalInterface
public interface Callers {

    /** Calls through the client of {@code variant}. */
    Caller caller(Variant variant);
}
