package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;

/** Ends the handling of a request with an error answer. */
final class Refused extends Exception {

    private final transient Reply reply;

    Refused(Reply reply) {
        super(reply.body(), null, false, false);
        this.reply = reply;
    }

    /** An error of RFC 6749 §5.2. */
    static Refused because(int status, String error, String description) {
        return new Refused(Replies.notStored(status, Json.object("error", error, "error_description", description)));
    }

    static Refused invalidRequest(String description) {
        return because(400, "invalid_request", description);
    }

    static Refused invalidGrant(String description) {
        return because(400, "invalid_grant", description);
    }

    Reply reply() {
        return reply;
    }
}
