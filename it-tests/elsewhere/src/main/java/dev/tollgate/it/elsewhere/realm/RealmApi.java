package dev.tollgate.it.elsewhere.realm;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the application is. */
@ApplicationPath("")
public class RealmApi extends Application {}
