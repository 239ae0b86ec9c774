package dev.tollgate.testkit.wire;

import dev.tollgate.testkit.wire.WireFault.Cut;
import dev.tollgate.testkit.wire.WireFault.Slow;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The client's end of the line while an answer comes along, with the answer's fault. */
final class FaultyStream {

    private FaultyStream() {}

    /** No more of the answer gets through. */
    static final class CutOff extends IOException {

        private static final long serialVersionUID = 1;

        CutOff() {
            super("the answer is cut off here");
        }
    }

    static OutputStream head(WireFault fault, OutputStream client) {
        return fault instanceof Slow slow && slow.bodyOnly() ? client : body(fault, client);
    }

    static OutputStream body(WireFault fault, OutputStream client) {
        if (fault instanceof Slow slow) {
            return new Dripping(client, slow.bytes(), slow.pause());
        }
        return fault instanceof Cut cut ? new Limited(client, cut.bytes()) : client;
    }

    private static final class Dripping extends FilterOutputStream {

        private final int portion;
        private final Duration pause;

        Dripping(OutputStream client, int portion, Duration pause) {
            super(client);
            this.portion = portion;
            this.pause = pause;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int sent = 0; sent < length; sent += portion) {
                rest();
                out.write(bytes, from + sent, Math.min(portion, length - sent));
                out.flush();
            }
        }

        private void rest() throws IOException {
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the proxy is closed");
            }
        }
    }

    private static final class Limited extends FilterOutputStream {

        private long left;

        Limited(OutputStream client, long limit) {
            super(client);
            this.left = limit;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int passed = (int) Math.min(left, length);
            out.write(bytes, from, passed);
            out.flush();
            left -= passed;
            if (passed < length) {
                throw new CutOff();
            }
        }
    }
}
