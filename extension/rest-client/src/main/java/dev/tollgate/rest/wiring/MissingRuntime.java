package dev.tollgate.rest.wiring;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells where this jar is not enough. Quarkus starts no portable extension of CDI: no realm is found there, and all calls
 * would go out without a token, silently.
 */
final class MissingRuntime {

    private static final String ON_QUARKUS = "io.quarkus.runtime.Application";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private MissingRuntime() {}

    static void tellOnce() {
        if (isHere(ON_QUARKUS) && TOLD.compareAndSet(false, true)) {
            System.getLogger("dev.tollgate.rest")
                    .log(
                            System.Logger.Level.WARNING,
                            "tollgate-rest-client alone does nothing on Quarkus, no call carries a token: add the"
                                    + " artifact dev.tollgate:tollgate-quarkus, which is for the client of"
                                    + " quarkus-rest-client");
        }
    }

    private static boolean isHere(String type) {
        try {
            Class.forName(type, false, MissingRuntime.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
