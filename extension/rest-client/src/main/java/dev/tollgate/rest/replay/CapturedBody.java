package dev.tollgate.rest.replay;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A copy of a body that can be read only once, taken while it is written, as far as the budget allows. */
public final class CapturedBody {

    private final BodyBudget budget;
    private final AtomicLong share;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean kept = true;
    private boolean ended = true;

    CapturedBody(BodyBudget budget, AtomicLong share) {
        this.budget = budget;
        this.share = share;
    }

    /** Writes to {@code wire} and keeps a copy; for a body that is written before its request is answered. */
    public OutputStream tee(OutputStream wire) {
        return new Tee(wire);
    }

    /**
     * Where to write a copy of a body that is sent while it is read: a server may answer before its end, and a part of it
     * must not be taken for all. The body has ended when the stream is closed.
     */
    public synchronized OutputStream copy() {
        ended = false;
        return new Tee(OutputStream.nullOutputStream()) {
            @Override
            public void close() {
                end();
            }
        };
    }

    private synchronized void end() {
        ended = true;
    }

    /** Whether all of the body has been kept; cheaper than asking for the {@link #bytes()}, which are a copy. */
    public synchronized boolean isWhole() {
        return kept && ended;
    }

    /** The whole body; empty if it was too large to be kept, or has not ended yet. */
    public synchronized Optional<byte[]> bytes() {
        return isWhole() ? Optional.of(copy.toByteArray()) : Optional.empty();
    }

    /** The copy is not needed any more. */
    public synchronized void discard() {
        kept = false;
        copy = new ByteArrayOutputStream(0);
        budget.giveBack(share);
    }

    private synchronized void keep(byte[] bytes, int offset, int length) {
        if (kept && budget.grow(share, length)) {
            copy.write(bytes, offset, length);
        } else if (kept) {
            discard();
        }
    }

    private class Tee extends FilterOutputStream {

        Tee(OutputStream wire) {
            super(wire);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            keep(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            keep(bytes, offset, length);
        }
    }
}
