package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;

/** What a gate is made of, and its flights with it. */
record GateParts(
        String realm,
        SessionKey session,
        TokenSource source,
        GatePolicy policy,
        TimeSource time,
        GateThreads threads,
        FailureRule rule,
        GateListener listener) {

    /** What those are told who get no token. */
    Explanations explain() {
        return new Explanations(this);
    }

    /** For messages: {@code realm 'shop'}, with the session where there is more than one. */
    String name() {
        return session.equals(SessionKey.APPLICATION)
                ? "realm '" + realm + "'"
                : "realm '" + realm + "', session '" + session + "'";
    }
}
