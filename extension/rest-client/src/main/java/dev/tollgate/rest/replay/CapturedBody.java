package dev.tollgate.rest.replay;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A copy of a body that can be read only once, taken while it is written, as far as the budget allows. */
public final class CapturedBody {

    private final BodyShare share;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean kept = true;
    private boolean ended;

    CapturedBody(BodyShare share) {
        this.share = share;
    }

    /** Writes to {@code wire} and keeps a copy; for a body that is written before its request is answered. */
    public synchronized OutputStream tee(OutputStream wire) {
        ended = true;
        return new Tee(wire);
    }

    /**
     * Where to write a copy of a body that is sent while it is read: a server may answer before its end, and a part of it
     * must not be taken for all. The body has ended when the stream is closed.
     */
    public OutputStream copy() {
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

    /** Whether the body has been written, and all of it kept; cheaper than asking for the {@link #bytes()}, which are a copy. */
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
        share.giveBack();
    }

    private synchronized void keep(byte[] bytes, int offset, int length) {
        if (kept && share.grow(length)) {
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
