package dev.tollgate.quarkus.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A body that is copied while it is read; its end closes the copy. */
final class CopiedStream extends FilterInputStream {

    private final OutputStream copy;

    CopiedStream(InputStream body, OutputStream copy) {
        super(body);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            copy.write(next);
        } else {
            copy.close();
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            copy.write(bytes, offset, count);
        } else if (count < 0) {
            copy.close();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    /** What was read again would be copied twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
