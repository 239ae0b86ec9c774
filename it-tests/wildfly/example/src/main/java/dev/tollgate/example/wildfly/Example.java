package dev.tollgate.example.wildfly;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything is below the root. */
@ApplicationPath("/")
public class Example extends Application {}
