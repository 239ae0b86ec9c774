package dev.tollgate.it.tck;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testng.IExecutionListener;

/** The servers that the TCK calls, on free ports of this machine; the TCK is told by system properties. */
public final class Surroundings implements IExecutionListener {

    private static final String HOST = "127.0.0.1";
    private static final String TCK = "org.eclipse.microprofile.rest.client.";

    private final WireMockServer server = server();
    private final SilentPort silent;

    /** For the listeners of the suite. */
    public Surroundings() throws IOException {
        silent = new SilentPort();
    }

    private static WireMockServer server() {
        WireMockConfiguration options =
                WireMockConfiguration.options().bindAddress(HOST).dynamicPort();
        if (Run.current() != Run.REPLAYED) {
            return new WireMockServer(options);
        }
        OneTimeTokens tokens = new OneTimeTokens();
        WireMockServer server = new WireMockServer(options.extensions(tokens));
        tokens.protect(server);
        return server;
    }

    @Override
    public void onExecutionStart() {
        server.addMockServiceRequestListener(
                (request, response) -> Tally.OF_THIS_RUN.arrived(request.getHeader("Authorization")));
        server.start();
        System.setProperty("wiremock.server.host", HOST);
        System.setProperty("wiremock.server.port", String.valueOf(server.port()));
        System.setProperty("sse.server.port", String.valueOf(FreePort.find()));
        System.setProperty(TCK + "ssl.port", String.valueOf(FreePort.find()));
        System.setProperty(TCK + "tck.unusedURL", "http://" + HOST + ":" + silent.number() + "/null");
    }

    @Override
    public void onExecutionFinish() {
        server.stop();
        try {
            silent.close();
            Tally.OF_THIS_RUN.write(Run.current().tally());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
