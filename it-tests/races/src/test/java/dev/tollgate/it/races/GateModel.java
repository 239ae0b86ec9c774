package dev.tollgate.it.races;

/** What a gate does, as one thread sees it: no flights, no waiting, only who is signed in and what their tokens are worth. */
public class GateModel {

    static final int NONE = 0;
    static final int FIRST_SESSION = 1;

    private int session = FIRST_SESSION;
    private boolean expired;
    private boolean serverRefuses;
    private boolean ended;
    private boolean isTheFirstSignIn = true;
    private boolean firstTokenWasReplaced;

    /** The state as it is after the constructor of {@link GateModelTest}. */
    public GateModel() {}

    public int call() {
        if (session != NONE && expired) {
            refresh();
        }
        return session;
    }

    public int reject() {
        if (!isTheFirstSignIn) {
            return NONE;
        }
        if (!firstTokenWasReplaced && session != NONE) {
            refresh();
            firstTokenWasReplaced = true;
        }
        return session;
    }

    private void refresh() {
        if (serverRefuses) {
            session = NONE;
            ended = true;
        }
        expired = false;
    }

    public void signIn(int newSession) {
        session = newSession;
        expired = false;
        ended = false;
        isTheFirstSignIn = false;
    }

    public void signInWithExpiredToken(int newSession) {
        signIn(newSession);
        expired = true;
    }

    public void signOut() {
        session = NONE;
        ended = false;
        isTheFirstSignIn = false;
    }

    public void grantsDie() {
        serverRefuses = true;
    }

    public boolean hasTokens() {
        return session != NONE;
    }

    public boolean isSignedOut() {
        return session == NONE && !ended;
    }
}
