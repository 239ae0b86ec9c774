package dev.tollgate.testkit.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Accepts connections on one port of this machine until it is closed. */
final class Listener implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;
    private static final int PATIENCE_IN_SECONDS = 10;

    private final ServerSocket socket = new ServerSocket();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param port where; 0 for a free one */
    Listener(int port, Executor threads, Consumer<Socket> accepted) throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        threads.execute(() -> accept(accepted));
    }

    private void accept(Consumer<Socket> accepted) {
        try {
            while (!socket.isClosed()) {
                accepted.accept(socket.accept());
            }
        } catch (IOException closed) {
            // no more connections
        } finally {
            ended.countDown();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** Connections are refused from here on: the system listens on as long as a thread is still inside its accept. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            if (!ended.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the listener does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
