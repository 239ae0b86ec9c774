package dev.tollgate.it.wildfly.configured;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the application is. */
@ApplicationPath("")
public class DeskApi extends Application {}
