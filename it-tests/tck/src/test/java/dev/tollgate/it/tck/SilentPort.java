package dev.tollgate.it.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port of this machine on which attempts to connect are neither accepted nor refused: its queue is full. */
final class SilentPort implements AutoCloseable {

    private static final int LONG_ENOUGH_MILLIS = 500;
    private static final int MORE_THAN_ANY_QUEUE = 64;

    private final ServerSocket server;
    private final List<SocketChannel> queue = new ArrayList<>();

    SilentPort() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        while (isAnswered()) {
            if (queue.size() > MORE_THAN_ANY_QUEUE) {
                throw new IllegalStateException(
                        "this system accepts connections although the queue of the port is full");
            }
        }
    }

    int number() {
        return server.getLocalPort();
    }

    private boolean isAnswered() throws IOException {
        SocketAddress address = server.getLocalSocketAddress();
        SocketChannel next = SocketChannel.open();
        queue.add(next);
        next.configureBlocking(false);
        if (next.connect(address)) {
            return true;
        }
        try (Selector selector = Selector.open()) {
            next.register(selector, SelectionKey.OP_CONNECT);
            return selector.select(LONG_ENOUGH_MILLIS) > 0 && next.finishConnect();
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel connection : queue) {
            connection.close();
        }
        server.close();
    }
}
