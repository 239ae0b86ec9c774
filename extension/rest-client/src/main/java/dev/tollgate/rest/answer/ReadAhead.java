package dev.tollgate.rest.answer;

import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
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
    private static final byte[] NOTHING = {};

    /** No array can be much larger. */
    private static final int LARGEST = Integer.MAX_VALUE - PORTION;

    private final InputStream body;
    private final BodyShare room;
    private final Runnable abandonment;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] ahead = NOTHING;
    private int filled;
    private int taken;
    private int wanted;
    private Reading reading = Reading.NOT;
    private boolean hindered;
    private boolean ended;
    private @Nullable Throwable failure;

    private enum Reading {
        NOT,
        /** No thread has begun, and none needs to. */
        QUEUED,
        UNDER_WAY
    }

    /**
     * @param room for what is read ahead
     * @param abandonment ends the connection, so that whoever reads {@code body} gets an exception
     */
    ReadAhead(InputStream body, BodyShare room, Runnable abandonment) {
        this.body = body;
        this.room = room;
        this.abandonment = abandonment;
    }

    /**
     * Reads until there are more than {@code limit} bytes, it is the end, or {@code until} has passed; less where there is no
     * room or no thread for it.
     */
    void look(int limit, Deadline until, Executor thread) {
        lock.lock();
        try {
            wanted = Math.min(limit, LARGEST) + 1;
            hindered = false;
            if (reading == Reading.NOT && isMoreWanted()) {
                start(thread);
            }
            await(until);
            withdraw();
            wanted = 0;
        } finally {
            lock.unlock();
        }
    }

    private void start(Executor thread) {
        try {
            reading = Reading.QUEUED;
            thread.execute(this::readAhead);
        } catch (RuntimeException | Error e) {
            // the realm has ended, or there can be no more threads: the caller reads by itself
            withdraw();
        }
    }

    private void await(Deadline until) {
        try {
            while (reading != Reading.NOT && isMoreWanted() && !until.hasPassed()) {
                changed.awaitNanos(until.remaining().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void withdraw() {
        if (reading == Reading.QUEUED) {
            reading = Reading.NOT;
            hindered = true;
        }
    }

    private boolean isMoreWanted() {
        return !ended && !hindered && failure == null && filled < wanted;
    }

    private void readAhead() {
        if (begin()) {
            boolean more = true;
            while (more) {
                more = readOnce();
            }
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            boolean awaited = reading == Reading.QUEUED;
            if (awaited) {
                reading = hasSpace() ? Reading.UNDER_WAY : Reading.NOT;
                changed.signalAll();
            }
            return awaited && reading == Reading.UNDER_WAY;
        } finally {
            lock.unlock();
        }
    }

    /** What is free is this thread's alone to write to, and it alone puts another array in the place of this one. */
    private boolean readOnce() {
        int length = 0;
        Throwable thrown = null;
        try {
            length = body.read(ahead, filled, Math.min(PORTION, ahead.length - filled));
        } catch (IOException | RuntimeException | Error e) {
            thrown = e;
        }
        lock.lock();
        try {
            failure = thrown;
            ended = length < 0;
            filled += Math.max(0, length);
            reading = isMoreWanted() && hasSpace() ? Reading.UNDER_WAY : Reading.NOT;
            changed.signalAll();
            return reading == Reading.UNDER_WAY;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is, or could be made, space for more. */
    private boolean hasSpace() {
        if (filled == ahead.length) {
            int larger = (int) Math.min(Math.max(PORTION, 2L * filled), wanted);
            hindered = !room.grow(larger - filled);
            ahead = hindered ? ahead : Arrays.copyOf(ahead, larger);
        }
        return !hindered;
    }

    BodyShare room() {
        return room;
    }

    /** Whether the last look ended early since there was no thread or no room for it. */
    boolean isHindered() {
        lock.lock();
        try {
            return hindered;
        } finally {
            lock.unlock();
        }
    }

    /** What has been read ahead. */
    byte[] seen() {
        lock.lock();
        try {
            return Arrays.copyOfRange(ahead, taken, filled);
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
            if (taken < filled) {
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
            while (reading == Reading.UNDER_WAY && taken == filled) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the body was awaited");
        }
    }

    private int take(byte[] into, int offset, int length) {
        int count = Math.min(length, filled - taken);
        System.arraycopy(ahead, taken, into, offset, count);
        taken += count;
        if (taken == filled && reading == Reading.NOT) {
            keepNothing();
        }
        return count;
    }

    private void keepNothing() {
        ahead = NOTHING;
        filled = 0;
        taken = 0;
        room.giveBack();
    }

    private static IOException asIoException(Throwable thrown) {
        return thrown instanceof IOException io ? io : new IOException(thrown);
    }

    @Override
    public int available() throws IOException {
        lock.lock();
        try {
            if (taken < filled) {
                return filled - taken;
            }
            if (reading == Reading.UNDER_WAY || ended) {
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
        if (isLeftToAnotherThread()) {
            abandonment.run();
        } else {
            body.close();
        }
    }

    private boolean isLeftToAnotherThread() {
        lock.lock();
        try {
            boolean left = reading == Reading.UNDER_WAY;
            if (!left) {
                keepNothing();
            }
            return left;
        } finally {
            lock.unlock();
        }
    }
}
