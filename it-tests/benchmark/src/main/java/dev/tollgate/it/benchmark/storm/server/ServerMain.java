package dev.tollgate.it.benchmark.storm.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/** Tells its port, then obeys a command a line, and ends when there are no more. */
final class ServerMain {

    static final String END = "end";

    private ServerMain() {}

    public static void main(String... none) throws IOException {
        PrintStream out = System.out;
        try (StormServer server = new StormServer();
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            out.println(server.port());
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                obey(command.split(" "), server, out);
                out.println(END);
                out.flush();
            }
        }
    }

    private static void obey(String[] command, StormServer server, PrintStream out) {
        Weather weather = server.weather();
        switch (command[0]) {
            case "begin" -> server.begin(Behaviour.of(command));
            case "revoke" -> weather.tokens.revokeAll();
            case "outage" -> weather.beginOutage();
            case "mend" -> weather.endOutage();
            case "journal" -> weather.journal.entries().forEach(entry -> out.println(entry.words()));
            default -> throw new IllegalArgumentException(command[0]);
        }
    }
}
