package dev.tollgate.rest.filter;

import dev.tollgate.rest.call.CallFlow;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Copies a body that can be read only once while it is written. The innermost interceptor: what the application's own
 * interceptors do to the body (compress it, say) they do again to the copy when it is sent.
 */
@ApplicationScoped
@Priority(BodyCapture.PRIORITY)
public class BodyCapture implements WriterInterceptor {

    /** Writer interceptors run in ascending order. */
    public static final int PRIORITY = Integer.MAX_VALUE;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        context.setOutputStream(
                CallFlow.keeping(context.getProperty(CallFlow.CALL), context.getEntity(), context.getOutputStream()));
        context.proceed();
    }
}
