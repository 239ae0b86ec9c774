package dev.tollgate.quarkus.replay;

import java.io.FilterReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A body of text that is copied, in UTF-8, while it is read; its end closes the copy. */
final class CopiedReader extends FilterReader {

    private final Writer copy;

    CopiedReader(Reader body, OutputStream copy) {
        super(body);
        this.copy = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
    }

    /** The same text once more. */
    static Reader of(byte[] copy) {
        return new StringReader(new String(copy, StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        char[] next = new char[1];
        return read(next, 0, 1) < 0 ? -1 : next[0];
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        int count = in.read(text, offset, length);
        if (count > 0) {
            copy.write(text, offset, count);
            copy.flush();
        } else if (count < 0) {
            copy.close();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new char[(int) Math.min(count, 1 << 16)]));
    }

    /** What was read again would be copied twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
