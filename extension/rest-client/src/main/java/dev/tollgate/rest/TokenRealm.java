package dev.tollgate.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a client interface into a realm (the protection space of RFC 9110 §11.5): all clients of a realm share one token
 * state. A client without a realm is left alone; so is one that only extends an interface with a realm.
 *
 * <p>On a bean, or its producer, that does something differently (package {@code dev.tollgate.rest.spi}) or refreshes
 * tokens: for this realm only.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface TokenRealm {

    /** The name of the realm: letters, digits, {@code -} and {@code _}; its settings are {@code tollgate.<name>.*}. */
    String value();
}
