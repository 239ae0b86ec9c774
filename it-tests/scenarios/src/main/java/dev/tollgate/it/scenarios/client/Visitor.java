package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The application's own word for a guest. */
// tag::own[]
@Guest
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Visitor {}
// end::own[]
