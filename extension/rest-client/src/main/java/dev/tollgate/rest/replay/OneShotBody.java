package dev.tollgate.rest.replay;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells the bodies that are gone once they have been written; sent again, they would be empty. */
public final class OneShotBody {

    private OneShotBody() {}

    /** Whether {@code entity} can be written only once. */
    public static boolean is(@Nullable Object entity) {
        return entity instanceof InputStream
                || entity instanceof Reader
                || entity instanceof StreamingOutput
                || entity instanceof EntityPart
                || (entity instanceof Collection<?> parts && parts.stream().anyMatch(OneShotBody::is));
    }
}
