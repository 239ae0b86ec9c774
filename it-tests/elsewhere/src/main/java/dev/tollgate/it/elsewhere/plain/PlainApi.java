package dev.tollgate.it.elsewhere.plain;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the application is. */
@ApplicationPath("")
public class PlainApi extends Application {}
