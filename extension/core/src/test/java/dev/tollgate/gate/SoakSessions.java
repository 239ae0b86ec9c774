package dev.tollgate.gate;

import java.util.HashSet;
import java.util.Set;

/** Who has signed in and out, as the test knows it: sessions are numbered, and their tokens bear the number. */
final class SoakSessions {

    private final Set<Integer> settled = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private int numbers;
    private int changes;

    static int of(String token) {
        return Integer.parseInt(token.split("-", -1)[1]);
    }

    /** A session that a grant without a sign-in is asked for. */
    int begun() {
        settled.add(++numbers);
        return numbers;
    }

    /** How often somebody has signed in or out; counted as each begins, as it takes effect, and as it is over. */
    int changes() {
        return changes;
    }

    void changed() {
        changes++;
    }

    /** Tokens of these sessions must not be handed to calls that come from now on. */
    Set<Integer> ended() {
        return Set.copyOf(ended);
    }

    void signOut(Runnable signOut) {
        Set<Integer> before = Set.copyOf(settled);
        perhapsSignOut(signOut);
        ended.addAll(before);
    }

    /** A sign-out that may be too late to be one. */
    void perhapsSignOut(Runnable signOut) {
        changed();
        signOut.run();
        changed();
    }

    void signIn(SignIn signIn) {
        int session = ++numbers;
        signOut(() -> signIn.as(session));
        settled.add(session);
    }

    interface SignIn {
        void as(int session);
    }
}
