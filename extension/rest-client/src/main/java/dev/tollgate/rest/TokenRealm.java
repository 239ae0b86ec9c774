package dev.tollgate.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a client interface into a realm (the protection space of RFC 9110 §11.5): all clients of a realm share one token
 * state. A client without a realm is left alone.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TokenRealm {

    /** The name of the realm: letters, digits, {@code -} and {@code _}; its settings are {@code tollgate.<name>.*}. */
    String value();
}
