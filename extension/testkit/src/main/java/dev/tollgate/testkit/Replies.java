package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;

/** Answers that more than one endpoint gives. */
final class Replies {

    private Replies() {}

    static Reply notStored(int status, String json) {
        return Answer.status(status)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .json(json);
    }

    static Reply error(int status, String error) {
        return Answer.status(status).json(Json.object("error", error));
    }
}
