package dev.tollgate.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a fault does to a request instead of the normal answer. Immutable. */
public sealed interface Answer {

    /** An answer with this status; add headers and a body to it. */
    static Reply status(int status) {
        return new Reply(status, List.of(), "");
    }

    /** 503 with {@code Retry-After} in whole seconds. */
    static Reply unavailable(Duration retryAfter) {
        return status(503).header("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    /** Closes the connection without handling the request. */
    static Answer drop() {
        return Drop.BEFORE_HANDLING;
    }

    /** Handles the request for real, so that a refresh token rotates, and closes the connection without the answer. */
    static Answer dropAfterHandling() {
        return Drop.AFTER_HANDLING;
    }

    /** Announces the whole of {@code reply}, sends half of its body and closes the connection. */
    static Answer cutShort(Reply reply) {
        return new CutShort(reply);
    }

    /** Sends the body of {@code reply} byte by byte, with a pause of real time before each, until the client has gone. */
    static Answer drip(Reply reply, Duration pause) {
        return new Drip(reply, pause);
    }

    /** An answer that reaches the client. */
    record Reply(int status, List<Header> headers, String body) implements Answer {

        /** An answer; the list is copied. */
        public Reply {
            headers = List.copyOf(headers);
        }

        /** The same with one more header; a name may be there many times. */
        public Reply header(String name, String value) {
            List<Header> more = new ArrayList<>(headers);
            more.add(new Header(name, value));
            return new Reply(status, more, body);
        }

        /** The same with this body, sent as UTF-8. */
        public Reply body(String contentType, String body) {
            return new Reply(status, headers, body).header("Content-Type", contentType);
        }

        Reply json(String body) {
            return body("application/json", body);
        }
    }

    /** One line of an answer's head. */
    record Header(String name, String value) {}

    /** An answer that never reaches the client. */
    enum Drop implements Answer {
        /** The request has no effect. */
        BEFORE_HANDLING,
        /** The request has its effect. */
        AFTER_HANDLING
    }

    /** An answer of which a part reaches the client. */
    record CutShort(Reply reply) implements Answer {}

    /** An answer that takes its time. */
    record Drip(Reply reply, Duration pause) implements Answer {}
}
