package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.replay.CapturedBody;
import java.io.OutputStream;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.util.DelegatingOutputStream;

/**
 * Where an engine says to where a body is to be written: a copy is written as well. By itself, since a class that hands such
 * a stream over does not link where RESTEasy is absent.
 */
final class CopyingStream extends DelegatingOutputStream {

    private final DelegatingOutputStream known;
    private final CapturedBody copy;

    /** @param known the one that filters have seen, and may have put something around */
    private CopyingStream(DelegatingOutputStream known, CapturedBody copy) {
        super(known);
        this.known = known;
        this.copy = copy;
    }

    /** Has {@code copy} filled when {@code invocation} is sent. */
    static void begin(ClientInvocation invocation, CapturedBody copy) {
        invocation.setDelegatingOutputStream(new CopyingStream(invocation.getDelegatingOutputStream(), copy));
    }

    /** What is written next goes straight to the connection. */
    static void passFilters(ClientInvocation invocation) {
        invocation.setEntityStream(invocation.getDelegatingOutputStream());
    }

    @Override
    public void setDelegate(OutputStream wire) {
        known.setDelegate(copy.tee(wire));
    }
}
