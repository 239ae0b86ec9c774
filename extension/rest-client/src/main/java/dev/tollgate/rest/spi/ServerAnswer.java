package dev.tollgate.rest.spi;

import java.util.Optional;

/** An answer as a callback sees it, before anybody else does. Its caller finds it untouched. For use during the callback. */
public interface ServerAnswer {

    /** The HTTP status. */
    int status();

    /** The first value of the header called {@code name}, in any case. */
    Optional<String> header(String name);

    /**
     * The beginning of the body as UTF-8 text, 64 KiB of it at most (1 MiB for the answers to login and refresh calls,
     * which are an error beyond that); empty if there is none. It is unpacked if it came with {@code gzip}. Reading it
     * waits for the server.
     */
    String body();
}
