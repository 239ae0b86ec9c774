package dev.tollgate.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A client that shows what the bytes on its connection are. */
final class RawClient implements Closeable {

    private static final int PATIENCE_IN_MILLIS = 10_000;

    private final Socket socket;

    RawClient(URI to) throws IOException {
        socket = new Socket(to.getHost(), to.getPort());
        socket.setSoTimeout(PATIENCE_IN_MILLIS);
    }

    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n");
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    RawClient patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    /** Exactly so many bytes, or fewer if the stream ends. */
    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    String readToTheEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** One answer whose body has a length. */
    String readAnswer() throws IOException {
        String head = readHead();
        return head
                + read(Integer.parseInt(new Head(head).header("Content-Length").orElse("0")));
    }

    String readHead() throws IOException {
        return Head.read(socket.getInputStream()).map(Head::text).orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
