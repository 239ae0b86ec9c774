package dev.tollgate.it.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** A body of which there is a part; where the rest should come, reading waits until the stream is closed. */
final class UnendingStream extends InputStream {

    private final InputStream part;
    private final CountDownLatch closed = new CountDownLatch(1);

    UnendingStream(String part) {
        this.part = new ByteArrayInputStream(part.getBytes(UTF_8));
    }

    @Override
    public int read() throws IOException {
        int next = part.read();
        return next < 0 ? end() : next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = part.read(bytes, offset, length);
        return count < 0 ? end() : count;
    }

    private int end() throws IOException {
        try {
            closed.await();
            return -1;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
