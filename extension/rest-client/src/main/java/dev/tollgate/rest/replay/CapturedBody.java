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
    private boolean whole = true;

    CapturedBody(BodyBudget budget, AtomicLong share) {
        this.budget = budget;
        this.share = share;
    }

    /** Writes to {@code wire} and keeps a copy. */
    public OutputStream tee(OutputStream wire) {
        return new Tee(wire);
    }

    /** Whether all of the body has been kept; cheaper than asking for the {@link #bytes()}, which are a copy. */
    public synchronized boolean isWhole() {
        return whole;
    }

    /** The whole body; empty if it was too large to be kept. */
    public synchronized Optional<byte[]> bytes() {
        return whole ? Optional.of(copy.toByteArray()) : Optional.empty();
    }

    /** The copy is not needed any more. */
    public synchronized void discard() {
        whole = false;
        copy = new ByteArrayOutputStream(0);
        budget.giveBack(share);
    }

    private synchronized void keep(byte[] bytes, int offset, int length) {
        if (whole && budget.grow(share, length)) {
            copy.write(bytes, offset, length);
        } else if (whole) {
            discard();
        }
    }

    private final class Tee extends FilterOutputStream {

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
