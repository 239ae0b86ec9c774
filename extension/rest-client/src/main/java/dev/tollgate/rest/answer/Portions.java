package dev.tollgate.rest.answer;

import dev.tollgate.rest.replay.BodyShare;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** What has been read of a body, as far as there is room for it. */
final class Portions {

    private final int limit;
    private final @Nullable BodyShare room;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;
    private boolean dropped;

    /** @param room what it has to share with others; null if nothing */
    Portions(int limit, @Nullable BodyShare room) {
        this.limit = limit;
        this.room = room;
    }

    void add(byte[] portion, int count) {
        length += count;
        if (!dropped && !areTooMany() && room != null && !room.grow(count)) {
            dropped = true;
            kept.reset();
            room.giveBack();
        }
        if (!dropped) {
            kept.write(portion, 0, count);
        }
    }

    /** Whether there are more than may be kept of one body. */
    boolean areTooMany() {
        return length > limit;
    }

    /** Whether nothing had to be dropped. */
    boolean areKept() {
        return !dropped;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
