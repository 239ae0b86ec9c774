package dev.tollgate.it.demo;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.testkit.FakeServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An application with Tollgate. */
final class GuardedShop implements Shop {

    private final FakeServer server;
    private final SeContainer application;
    private final ShopClient client;
    private final Tollgate tollgate;

    private GuardedShop(FakeServer server) {
        this.server = server;
        System.setProperty("shop/mp-rest/url", server.uri().toString());
        application = SeContainerInitializer.newInstance().initialize();
        client = application.select(ShopClient.class, RestClient.LITERAL).get();
        tollgate = application.select(Tollgate.class).get();
    }

    /** Opens the shop; somebody has signed in. */
    static Shop open() {
        FakeServer server = Servers.open();
        try {
            GuardedShop shop = new GuardedShop(server);
            shop.client.login(Servers.alice());
            return shop;
        } catch (RuntimeException | Error e) {
            server.close(); // its thread would keep this JVM alive for ever
            throw e;
        }
    }

    @Override
    public String name() {
        return "Tollgate";
    }

    @Override
    public FakeServer server() {
        return server;
    }

    @Override
    public JsonObject order(int number) {
        return client.order(number);
    }

    @Override
    public JsonObject catalog() {
        return client.catalog();
    }

    @Override
    public int waiting() {
        return gate().waiters();
    }

    @Override
    public String state() {
        return gate().state().toString();
    }

    private GateStatus gate() {
        return tollgate.realm("shop").status();
    }

    @Override
    public void close() {
        client.logout();
        application.close();
        server.close();
    }
}
