package dev.tollgate.rest.spi;

import dev.tollgate.rest.Role;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import java.lang.reflect.Method;

/** A call of a client interface in a realm. What triggers a refresh is one of these, unless the façade asked for it. */
public interface Call extends Trigger {

    /** The name of the realm. */
    String realm();

    /** Whose session it belongs to. */
    SessionKey session();

    /** The client interface on which it was made. */
    Class<?> client();

    /** Its method; a super-interface of {@link #client()} may declare it. */
    Method method();

    /** The part that it plays. */
    Role role();
}
