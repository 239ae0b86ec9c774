/** A small application, to be deployed beside others and again and again. */
@NullMarked
package dev.tollgate.it.wildfly.app;

import org.jspecify.annotations.NullMarked;
