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
        /** There is no refresh token, and the source can not acquire anew. */
        NOTHING_TO_REFRESH_WITH,
        /** Somebody has signed in or out since the call was sent. */
        ANOTHER_SIGN_IN,
        /** Such calls have had one fresh token after the other refused. */
        REFUSES_FRESH_TOKENS,
        /** Another node of the server would accept the token, but the call can not be sent again. */
        NODES_DIFFER
    }
}
