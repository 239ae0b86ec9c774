package dev.tollgate.rest.answer;

import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.rest.replay.BodyShare;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The beginning of a body that its caller is still to read. */
public final class AnswerBody {

    private static final int PORTION = 4096;

    private final byte[] bytes;
    private final boolean whole;
    private final boolean givenUp;
    private final boolean hindered;

    private AnswerBody(byte[] bytes, boolean whole, boolean givenUp, boolean hindered) {
        this.bytes = bytes;
        this.whole = whole;
        this.givenUp = givenUp;
        this.hindered = hindered;
    }

    /** Reads up to {@code limit} bytes, however long that takes. */
    static AnswerBody peek(ClientResponseContext response, int limit) throws IOException {
        return peek(response, new Portions(limit, null), null);
    }

    /**
     * Reads what may be kept of one body, while there is time; what has come by {@code until} is what there is. Whoever
     * reads {@code response} afterwards starts at the first byte all the same, unless there is no {@code room} for it beside
     * others: then nothing of it is kept.
     */
    public static AnswerBody peek(ClientResponseContext response, BodyShare room, Deadline until) throws IOException {
        return peek(response, new Portions(room.limit(), room), until);
    }

    /** Looks at up to {@code limit} bytes of a body that has come already. */
    public static AnswerBody peekNow(ClientResponseContext response, int limit) {
        try {
            AnswerBody body = peek(response, limit);
            int length = Math.min(limit, body.bytes.length);
            return new AnswerBody(Arrays.copyOf(body.bytes, length), body.whole, body.givenUp, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnswerBody peek(ClientResponseContext response, Portions read, @Nullable Deadline until)
            throws IOException {
        // not hasEntity(): to RESTEasy, a body without Content-Type is none
        InputStream stream = response.getEntityStream();
        if (stream == null) {
            return new AnswerBody(new byte[0], true, false, false);
        }
        End end = read(stream, read, until);
        InputStream begin = new ByteArrayInputStream(read.bytes());
        // read to its end, the stream has given the connection back; closing it would close the answer
        response.setEntityStream(end == End.TOO_LARGE ? new SequenceInputStream(begin, stream) : begin);
        return new AnswerBody(read.bytes(), end == End.WHOLE, end == End.GIVEN_UP, false);
    }

    private static End read(InputStream stream, Portions into, @Nullable Deadline until) throws IOException {
        byte[] portion = new byte[PORTION];
        while (until == null || !until.hasPassed()) {
            int length = read(stream, portion, until);
            if (length < 0) {
                return End.WHOLE;
            }
            into.add(portion, length);
            if (into.areTooMany()) {
                return into.areKept() ? End.TOO_LARGE : End.GIVEN_UP;
            }
        }
        return End.GIVEN_UP;
    }

    private static int read(InputStream stream, byte[] portion, @Nullable Deadline until) throws IOException {
        try {
            return stream.read(portion, 0, PORTION);
        } catch (IOException e) {
            if (until != null && until.hasPassed()) {
                return 0;
            }
            throw e;
        }
    }

    /**
     * Looks at up to {@code limit} bytes of a body that its caller gets whatever becomes of the look: those that have come
     * by {@code until}.
     *
     * @param budget has room for them, or not
     * @param thread reads, and may go on after that
     * @param abandonment ends the connection
     */
    public static AnswerBody look(
            ClientResponseContext response,
            int limit,
            Deadline until,
            BodyBudget budget,
            Executor thread,
            Runnable abandonment) {
        InputStream stream = response.getEntityStream();
        if (stream == null) {
            return new AnswerBody(new byte[0], true, false, false);
        }
        BodyShare room = stream instanceof ReadAhead before ? before.room() : budget.share(Integer.MAX_VALUE);
        ReadAhead body = stream instanceof ReadAhead before ? before : new ReadAhead(stream, room, abandonment);
        body.look(limit, until, thread);
        byte[] seen = body.seen();
        boolean whole = body.isWhole() && seen.length <= limit;
        response.setEntityStream(whole ? new HeldBody(seen, room) : body);
        return new AnswerBody(
                Arrays.copyOf(seen, Math.min(seen.length, limit)),
                whole,
                !whole && seen.length <= limit,
                body.isHindered());
    }

    /** Another answer takes the place of {@code response}: what is held of its body does not count any more. */
    public static void letGo(ClientResponseContext response) throws IOException {
        if (response.getEntityStream() instanceof HeldBody held) {
            held.close();
        }
    }

    /** Whether a body that has come already is no larger than {@code limit}, and there is {@code room} for it. */
    public static boolean isHeld(ClientResponseContext response, int limit, BodyShare room) throws IOException {
        InputStream body = response.getEntityStream();
        int length = body == null ? 0 : body.available();
        return length <= limit && (body instanceof HeldBody || room.grow(length));
    }

    private enum End {
        WHOLE,
        TOO_LARGE,
        GIVEN_UP
    }

    /** Whether there is no more of it; if so, the connection has been given back. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether the rest of it did not come in time, and is not waited for. */
    public boolean isGivenUp() {
        return givenUp;
    }

    /** Whether there was no thread or no room to see more of it. */
    public boolean isHindered() {
        return hindered;
    }

    /** As text, {@code limit} bytes of it at most, unpacked as the headers of {@code response} say. */
    String text(ClientResponseContext response, int limit) {
        return new String(isPacked(response) ? unpacked(limit) : bytes, StandardCharsets.UTF_8);
    }

    private static boolean isPacked(ClientResponseContext response) {
        String encoding = response.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private byte[] unpacked(int limit) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int next = packed.read(); next >= 0 && text.size() < limit; next = packed.read()) {
                text.write(next);
            }
        } catch (IOException e) {
            // broken, or cut off by the limit: what could be read is what there is
            return text.toByteArray();
        }
        return text.toByteArray();
    }
}
