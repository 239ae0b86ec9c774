package dev.tollgate.it.wildfly.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the application is. */
@ApplicationPath("")
public class Api extends Application {

    /** The server makes this when it starts the application. */
    final Marker marker = Marker.ONE;
}
