package dev.tollgate.it.benchmark.storm.client;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/** Gives each client as many connections as there are users: RESTEasy's 50 would be measured instead. */
public final class EnoughConnections implements RestClientBuilderListener {

    private static final int CONNECTIONS = 256;

    @Override
    public void onNewBuilder(RestClientBuilder builder) {
        builder.property("resteasy.connectionPoolSize", CONNECTIONS);
    }
}
