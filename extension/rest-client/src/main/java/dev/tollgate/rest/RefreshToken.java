package dev.tollgate.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role of the call that refreshes the tokens. The gate makes it by itself on the injected client and binds its
 * parameters by their RFC 6749 names.
 *
 * <p>An annotation that itself carries this one has the same role on a client interface. A method of a bean refreshes the
 * tokens only if it bears this one itself.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface RefreshToken {}
