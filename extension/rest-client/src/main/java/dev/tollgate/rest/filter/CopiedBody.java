package dev.tollgate.rest.filter;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Writes the copy of a body that is sent again, in place of all interceptors and writers: they have had their say when it was
 * taken, of the headers too.
 */
@ApplicationScoped
@Priority(CopiedBody.PRIORITY)
public class CopiedBody implements WriterInterceptor {

    /** Writer interceptors run in ascending order. */
    public static final int PRIORITY = Integer.MIN_VALUE;

    /** The request property under which a runtime puts the bytes. */
    public static final String BYTES = "dev.tollgate.copied-body";

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getProperty(BYTES) instanceof byte[] copy) {
            context.getOutputStream().write(copy);
        } else {
            context.proceed();
        }
    }
}
