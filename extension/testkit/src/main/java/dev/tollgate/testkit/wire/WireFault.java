package dev.tollgate.testkit.wire;

import java.time.Duration;

/** What happens to a request and its answer on their way. Immutable. */
public sealed interface WireFault {

    /** Both get through unharmed. */
    static WireFault none() {
        return new Cut(Long.MAX_VALUE, Ending.CLOSE);
    }

    /** The connection is closed when the request arrives; the server never sees it. So ends an idle pooled connection. */
    static WireFault closeBeforeRequest() {
        return new Undelivered(Ending.CLOSE);
    }

    /** The connection is reset when the request arrives; the server never sees it. */
    static WireFault resetBeforeRequest() {
        return new Undelivered(Ending.RESET);
    }

    /** The request is taken, never delivered and never answered. */
    static WireFault neverAnswer() {
        return new Undelivered(Ending.SILENCE);
    }

    /** The proxy answers with {@code status}, as one does that has no server behind it (502, 504); the server never sees it. */
    static WireFault answer(int status) {
        return new Answered(status);
    }

    /** The server does its work; its answer is lost and the connection closed in good order. */
    static WireFault loseAnswer() {
        return new Cut(0, Ending.CLOSE);
    }

    /** The server does its work; instead of its answer comes a reset. */
    static WireFault resetAfterRequest() {
        return new Cut(0, Ending.RESET);
    }

    /** The server does its work; so many bytes of its answer, counted from the status line, get through before a reset. */
    static WireFault resetAfter(int bytes) {
        return new Cut(bytes, Ending.RESET);
    }

    /** The server does its work; so many bytes of its answer get through, then nothing more, and nobody hangs up. */
    static WireFault silenceAfter(int bytes) {
        return new Cut(bytes, Ending.SILENCE);
    }

    /** The whole answer comes, {@code bytes} at a time, with a pause of real time before each of these portions. */
    static WireFault drip(int bytes, Duration pause) {
        return new Slow(bytes, pause, false);
    }

    /** The head of the answer comes at once, its body like a {@link #drip}. */
    static WireFault slowBody(int bytes, Duration pause) {
        return new Slow(bytes, pause, true);
    }

    /** The server never sees the request. */
    record Undelivered(Ending ending) implements WireFault {}

    /** The server never sees the request; the proxy answers. */
    record Answered(int status) implements WireFault {}

    /** So many bytes of the answer reach the client; an answer that is shorter gets through unharmed. */
    record Cut(long bytes, Ending ending) implements WireFault {}

    /** The answer takes its time. */
    record Slow(int bytes, Duration pause, boolean bodyOnly) implements WireFault {

        /** Some bytes at a time. */
        public Slow {
            if (bytes < 1) {
                throw new IllegalArgumentException("a portion has at least one byte, not " + bytes);
            }
        }
    }
}
