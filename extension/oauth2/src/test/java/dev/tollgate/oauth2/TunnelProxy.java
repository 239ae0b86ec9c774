package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that makes tunnels for those who may have them, and answers 407 to all others. */
final class TunnelProxy implements AutoCloseable {

    private static final List<String> DENIED = List.of(
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"proxy\"",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    private final ServerSocket socket;
    private final String authorization;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tunnel");
        thread.setDaemon(true);
        return thread;
    });

    private TunnelProxy(ServerSocket socket, String authorization) {
        this.socket = socket;
        this.authorization = authorization;
    }

    /** @param authorization of those who may */
    static TunnelProxy start(String authorization) throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), authorization);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            OutputStream answer = client.getOutputStream();
            if (!head.contains("\r\nProxy-Authorization: " + authorization + "\r\n")) {
                answer.write(String.join("\r\n", DENIED).getBytes(US_ASCII));
                return;
            }
            String[] target = head.split(" ", 3)[1].split(":", 2);
            try (Socket server = new Socket(target[0], Integer.parseInt(target[1]))) {
                answer.write("HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(US_ASCII));
                threads.execute(() -> pump(server, client));
                pump(client, server);
            }
        } catch (IOException e) {
            // one of both has gone
        }
    }

    private static String head(InputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = from.read();
            if (next < 0) {
                throw new IOException("no whole head");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of both has gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
