package dev.tollgate.rest.answer;

import dev.tollgate.rest.replay.BodyShare;
import java.io.ByteArrayInputStream;

/** A body that has been read ahead to its end. What is held of it counts until its caller has read or closed it. */
final class HeldBody extends ByteArrayInputStream {

    private final BodyShare room;

    HeldBody(byte[] body, BodyShare room) {
        super(body);
        this.room = room;
    }

    @Override
    public synchronized int read() {
        int next = super.read();
        giveBackAtTheEnd();
        return next;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        int count = super.read(into, offset, length);
        giveBackAtTheEnd();
        return count;
    }

    @Override
    public synchronized byte[] readAllBytes() {
        byte[] all = super.readAllBytes();
        giveBackAtTheEnd();
        return all;
    }

    private void giveBackAtTheEnd() {
        if (available() == 0) {
            room.giveBack();
        }
    }

    @Override
    public void close() {
        room.giveBack();
    }
}
