package dev.tollgate.it.benchmark.storm.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.testkit.wire.FaultProxy;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The server, in a process of its own, so that the processor time of this one is that of the clients. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final URI uri;
    private final URI proxy;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        answers = process.inputReader(UTF_8);
        commands = new PrintWriter(process.outputWriter(UTF_8), true);
        String[] ports = Objects.requireNonNull(answers.readLine(), "the server does not start")
                .split(" ", -1);
        uri = URI.create("http://127.0.0.1:" + ports[0]);
        proxy = URI.create("http://127.0.0.1:" + ports[1]);
    }

    /** Starts one. */
    public static ServerProcess start() {
        try {
            return new ServerProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xms256m",
                            "-Xmx256m",
                            "-cp",
                            place(ServerMain.class) + File.pathSeparator + place(FaultProxy.class),
                            ServerMain.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some class loaders tell the root of a jar instead of the jar. */
    private static Path place(Class<?> type) {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(location.toString().replaceFirst("^jar:", "").replaceFirst("!/$", "")));
    }

    /** Where it is. */
    public URI uri() {
        return uri;
    }

    /** Where it is behind a proxy, which does harm when it is told to. */
    public URI proxy() {
        return proxy;
    }

    /** Forgets all tokens and begins to behave like this. */
    public void begin(Behaviour behaviour) {
        command("begin " + behaviour.words());
    }

    /** Revokes all access tokens. */
    public void revoke() {
        command("revoke");
    }

    /** From now on the token endpoint answers 503, at once. */
    public void beginOutage() {
        command("outage");
    }

    /** The token endpoint works again. */
    public void endOutage() {
        command("mend");
    }

    /** What has happened since {@link #begin}. */
    public List<Entry> journal() {
        return command("journal").stream().map(Entry::of).toList();
    }

    /** What the next request to a path that begins with {@code path} meets at the proxy. */
    public void trouble(String path, WireTrouble trouble) {
        command("fault " + path + " " + trouble);
    }

    /** The proxy closes the connections that nobody uses at the moment. */
    public void hangUp() {
        command("hang-up");
    }

    /** The proxy refuses connections from now on, or accepts them again. */
    public void refuseConnections(boolean refuse) {
        command(refuse ? "refuse" : "accept");
    }

    /** How many connections clients have to the proxy. */
    public int connections() {
        return Integer.parseInt(command("connections").get(0));
    }

    /** How many families of tokens have died because a refresh token was used twice. */
    public int familiesLost() {
        return Integer.parseInt(command("families-lost").get(0));
    }

    private List<String> command(String command) {
        try {
            commands.println(command);
            List<String> lines = new ArrayList<>();
            for (String line = answers.readLine(); !ServerMain.END.equals(line); line = answers.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the server has died");
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It ends when it is told nothing more. */
    @Override
    public void close() {
        commands.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
