package dev.tollgate.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role of the call that signs in. It is sent like a guest's; the tokens are read from its successful answer by their
 * RFC 6749 names, and the caller gets the answer all the same. An answer without tokens, such as one that asks for a second
 * factor, signs nobody in.
 *
 * <p>An annotation that itself carries this one has the same role.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Login {}
