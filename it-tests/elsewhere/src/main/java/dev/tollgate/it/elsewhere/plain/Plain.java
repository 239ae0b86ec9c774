package dev.tollgate.it.elsewhere.plain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application serves: it hands on what the service answers. */
@Path("plain")
@ApplicationScoped
public class Plain {

    @Inject
    @RestClient
    PlainClient client;

    @GET
    @Path("now")
    public String now() {
        return client.now();
    }

    @GET
    @Path("later")
    public String later() throws Exception {
        return client.later().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** What Tollgate has put on a client. */
    @GET
    @Path("registered")
    public String registered() {
        Configuration client = RestClientBuilder.newBuilder().getConfiguration();
        return Stream.concat(
                        client.getClasses().stream(),
                        client.getInstances().stream().map(Object::getClass))
                .map(Class::getName)
                .filter(name -> name.startsWith("dev.tollgate.rest."))
                .sorted()
                .collect(Collectors.joining(","));
    }

    @GET
    @Path("built")
    public String built() throws Exception {
        URI service = ConfigProvider.getConfig().getValue("plain/mp-rest/url", URI.class);
        try (PlainClient built = RestClientBuilder.newBuilder().baseUri(service).build(PlainClient.class)) {
            return built.now();
        }
    }
}
