package dev.tollgate.it.benchmark.storm.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.testkit.wire.FaultProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;

/** Tells its port and that of the proxy before it, then obeys a command a line, and ends when there are no more. */
final class ServerMain {

    static final String END = "end";

    private ServerMain() {}

    public static void main(String... none) throws IOException {
        PrintStream out = System.out;
        try (StormServer server = new StormServer();
                FaultProxy proxy = FaultProxy.to(URI.create("http://127.0.0.1:" + server.port()));
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            out.println(server.port() + " " + proxy.uri().getPort());
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                obey(command.split(" "), server, proxy, out);
                out.println(END);
                out.flush();
            }
        }
    }

    private static void obey(String[] command, StormServer server, FaultProxy proxy, PrintStream out) {
        Weather weather = server.weather();
        switch (command[0]) {
            case "begin" -> server.begin(Behaviour.of(command));
            case "revoke" -> weather.tokens.revokeAll();
            case "outage" -> weather.beginOutage();
            case "mend" -> weather.endOutage();
            case "fault" ->
                proxy.next(command[1], WireTrouble.valueOf(command[2]).onTheWire());
            case "hang-up" -> proxy.closeIdleConnections();
            case "refuse" -> proxy.refuseConnections();
            case "accept" -> proxy.acceptConnections();
            case "connections" -> out.println(proxy.traffic().open());
            case "families-lost" -> out.println(weather.journal.count(Entry.FamilyLost.class));
            case "journal" -> weather.journal.entries().forEach(entry -> out.println(entry.words()));
            default -> throw new IllegalArgumentException(command[0]);
        }
    }
}
