package dev.tollgate.gate;

/** What becomes of a call whose token was rejected. */
public sealed interface Verdict {

    /** It is to be sent again, with these tokens. */
    record Replay(Grant grant) implements Verdict {}

    /** It is to be sent again with the same tokens: another node of the server may accept them. */
    record Repeat() implements Verdict {}

    /** Its caller gets the answer as it is. */
    record HandOver(Why why) implements Verdict {}

    /** Why a rejected call is not replayed. */
    enum Why {
        /** There is no refresh token, and the source cannot acquire anew. */
        NOTHING_TO_REFRESH_WITH,
        /** A sign-in or sign-out has come since the call was sent. */
        ANOTHER_SIGN_IN,
        /** Such calls have had one fresh token after the other refused. */
        REFUSES_FRESH_TOKENS,
        /** Another node of the server would accept the token, but the call cannot be sent again. */
        NODES_DIFFER,
        /** The application ends: no refresh begins any more, and the token stays in use for other calls. */
        ENDING
    }
}
