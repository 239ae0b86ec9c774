package dev.tollgate.rest.answer;

import dev.tollgate.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A body that is looked into before its caller reads it. A thread of its own reads ahead, since one that waits for a body
 * can not stop waiting. The caller gets what has been read ahead, then what that thread is still reading, then the rest: all
 * that it would have got without a look, a failure too. For one reader at a time.
 */
final class ReadAhead extends InputStream {

    private static final int PORTION = 4096;

    private final InputStream body;
    private final Runnable abandonment;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] ahead = new byte[0];
    private int taken;
    private int wanted;
    private boolean reading;
    private boolean ended;
    private @Nullable Throwable failure;

    /** @param abandonment ends the connection, so that whoever reads {@code body} gets an exception */
    ReadAhead(InputStream body, Runnable abandonment) {
        this.body = body;
        this.abandonment = abandonment;
    }

    /** Reads until there are more than {@code limit} bytes, it is the end, or {@code until} has passed. */
    void look(int limit, Deadline until, Executor thread) {
        lock.lock();
        try {
            wanted = limit + 1;
            if (!reading && isMoreWanted()) {
                start(thread);
            }
            await(until);
            wanted = 0;
        } finally {
            lock.unlock();
        }
    }

    private void start(Executor thread) {
        try {
            reading = true;
            thread.execute(this::readAhead);
        } catch (RejectedExecutionException e) {
            reading = false; // the realm has ended, and nobody looks any more
        }
    }

    private void await(Deadline until) {
        try {
            while (reading && isMoreWanted() && !until.hasPassed()) {
                changed.awaitNanos(until.remaining().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMoreWanted() {
        return !ended && failure == null && ahead.length < wanted;
    }

    private void readAhead() {
        byte[] portion = new byte[PORTION];
        boolean more = true;
        while (more) {
            more = readOnce(portion);
        }
    }

    private boolean readOnce(byte[] portion) {
        int length = 0;
        Throwable thrown = null;
        try {
            length = body.read(portion, 0, portion.length);
        } catch (IOException | RuntimeException | Error e) {
            thrown = e;
        }
        lock.lock();
        try {
            keep(portion, length, thrown);
            reading = isMoreWanted();
            changed.signalAll();
            return reading;
        } finally {
            lock.unlock();
        }
    }

    private void keep(byte[] portion, int length, @Nullable Throwable thrown) {
        failure = thrown;
        ended = length < 0;
        if (length > 0) {
            int before = ahead.length;
            ahead = Arrays.copyOf(ahead, before + length);
            System.arraycopy(portion, 0, ahead, before, length);
        }
    }

    /** What has been read ahead. */
    byte[] seen() {
        lock.lock();
        try {
            return Arrays.copyOfRange(ahead, taken, ahead.length);
        } finally {
            lock.unlock();
        }
    }

    /** Whether all of it has been read ahead; if so, its connection has been given back. */
    boolean isWhole() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            awaitReadAhead();
            if (taken < ahead.length) {
                return take(into, offset, length);
            }
            if (failure != null) {
                throw asIoException(failure);
            }
            if (ended) {
                return -1;
            }
        } finally {
            lock.unlock();
        }
        return body.read(into, offset, length);
    }

    private void awaitReadAhead() throws InterruptedIOException {
        try {
            while (reading && taken == ahead.length) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the body was awaited");
        }
    }

    private int take(byte[] into, int offset, int length) {
        int count = Math.min(length, ahead.length - taken);
        System.arraycopy(ahead, taken, into, offset, count);
        taken += count;
        return count;
    }

    private static IOException asIoException(Throwable thrown) {
        return thrown instanceof IOException io ? io : new IOException(thrown);
    }

    @Override
    public int available() throws IOException {
        lock.lock();
        try {
            if (taken < ahead.length) {
                return ahead.length - taken;
            }
            if (reading || ended) {
                return 0;
            }
        } finally {
            lock.unlock();
        }
        return body.available();
    }

    /** A stream must not be closed while another thread reads it: its connection could go to another call, half read. */
    @Override
    public void close() throws IOException {
        if (isBeingRead()) {
            abandonment.run();
        } else {
            body.close();
        }
    }

    private boolean isBeingRead() {
        lock.lock();
        try {
            return reading;
        } finally {
            lock.unlock();
        }
    }
}
