package dev.tollgate.it.benchmark.quarkus;

import dev.tollgate.it.benchmark.storm.client.Caller;
import dev.tollgate.it.benchmark.storm.client.Callers;
import dev.tollgate.it.benchmark.storm.client.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The clients of the application. */
@ApplicationScoped
public class QuarkusCallers implements Callers {

    private static final int TRIES = 100;

    @Inject
    @RestClient
    OpenClient open;

    @Inject
    @RestClient
    GuardedClient guarded;

    @Inject
    @RestClient
    OidcClient oidc;

    @Inject
    @RestClient
    OidcClientAhead oidcAhead;

    @Override
    public Caller caller(Variant variant) {
        return switch (variant) {
            case NO_AUTH -> new Calls(() -> {}, open::item, open::item);
            case TOLLGATE -> new Calls(guarded::login, guarded::item, guarded::openItem);
            case OIDC_CLIENT -> new Calls(() -> callUntilItWorks(oidc::item), oidc::item, open::item);
            case OIDC_CLIENT_AHEAD -> new Calls(() -> callUntilItWorks(oidcAhead::item), oidcAhead::item, open::item);
            case NAIVE -> throw new IllegalArgumentException(variant + " is on Weld only");
        };
    }

    /** It signs in by itself, but has to learn first that the tokens of the storm before are no longer good. */
    private static void callUntilItWorks(Runnable call) {
        for (int i = 0; i < TRIES; i++) {
            try {
                call.run();
                return;
            } catch (RuntimeException e) {
                // the next one may
            }
        }
        throw new IllegalStateException("no call has worked");
    }

    private record Calls(Runnable signingIn, Runnable calling, Runnable callingAsGuest) implements Caller {
        @Override
        public void signIn() {
            signingIn.run();
        }

        @Override
        public void call() {
            calling.run();
        }

        @Override
        public void guestCall() {
            callingAsGuest.run();
        }
    }
}
