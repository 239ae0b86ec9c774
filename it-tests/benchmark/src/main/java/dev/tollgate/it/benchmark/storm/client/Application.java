package dev.tollgate.it.benchmark.storm.client;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The application, with all three clients. */
public final class Application implements Callers, AutoCloseable {

    private final SeContainer container;
    private final OpenClient open;
    private final GuardedClient guarded;
    private final NaiveClient naive;
    private final NaiveTokens naiveTokens;

    private Application(SeContainer container) {
        this.container = container;
        open = client(OpenClient.class);
        guarded = client(GuardedClient.class);
        naive = client(NaiveClient.class);
        naiveTokens = container.select(NaiveTokens.class).get();
    }

    /** Starts the application, whose server is at {@code server}. */
    public static Application start(URI server) {
        System.setProperty("storm/mp-rest/url", server.toString());
        return new Application(SeContainerInitializer.newInstance().initialize());
    }

    private <T> T client(Class<T> type) {
        return container.select(type, RestClient.LITERAL).get();
    }

    @Override
    public Caller caller(Variant variant) {
        return switch (variant) {
            case NO_AUTH -> new Calls(() -> {}, open::item, open::item);
            case TOLLGATE -> new Calls(guarded::login, guarded::item, guarded::openItem);
            case NAIVE -> new Calls(naiveTokens::signIn, this::naiveCall, naive::openItem);
            case OIDC_CLIENT, OIDC_CLIENT_AHEAD -> throw new IllegalArgumentException(variant + " is on Quarkus only");
        };
    }

    /** Tries once more after a 401, with tokens of its own. */
    private void naiveCall() {
        try {
            naive.item();
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != 401) {
                throw e;
            }
            naiveTokens.refresh();
            naive.item();
        }
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

    @Override
    public void close() {
        container.close();
    }
}
