package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as soon as it has read the head of a request: 401 to the first one, 200 to all others. */
final class HastyServer implements AutoCloseable {

    private static final String REFUSED =
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\nContent-Length: 0\r\n\r\n";
    private static final String SERVED = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket socket;

    private HastyServer(ServerSocket socket) {
        this.socket = socket;
    }

    static HastyServer start() throws IOException {
        HastyServer server = new HastyServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        server.threads.execute(server::accept);
        return server;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many heads have come. */
    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("Authorization:") || line.startsWith("authorization:")) {
                    String answer = requests.incrementAndGet() == 1 ? REFUSED : SERVED;
                    client.getOutputStream().write(answer.getBytes(US_ASCII));
                    client.getOutputStream().flush();
                }
            }
        } catch (IOException gone) {
            // the client is done with it
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
