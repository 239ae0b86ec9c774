package dev.tollgate.it.demo;

import dev.tollgate.testkit.FakeServer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** The same application with a filter of its own instead, and with a second try after a 401. */
final class HandWrittenShop implements Shop {

    private final FakeServer server;
    private final HandWrittenFilter filter;
    private final HandWrittenClient client;

    private HandWrittenShop(FakeServer server) {
        this.server = server;
        RestClientBuilder builder = RestClientBuilder.newBuilder().baseUri(server.uri());
        filter = new HandWrittenFilter(builder.build(TokenClient.class));
        client = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(filter)
                .build(HandWrittenClient.class);
    }

    /** Opens the shop; somebody has signed in. */
    static Shop open() {
        FakeServer server = Servers.open();
        try {
            HandWrittenShop shop = new HandWrittenShop(server);
            shop.filter.signIn();
            return shop;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "hand-written";
    }

    @Override
    public FakeServer server() {
        return server;
    }

    @Override
    public JsonObject order(int number) {
        try {
            return client.order(number);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != 401) {
                throw e;
            }
            filter.refresh();
            return client.order(number);
        }
    }

    @Override
    public JsonObject catalog() {
        return client.catalog();
    }

    @Override
    public int waiting() {
        return filter.refreshing();
    }

    @Override
    public String state() {
        return "";
    }

    @Override
    public void close() {
        server.close();
    }
}
