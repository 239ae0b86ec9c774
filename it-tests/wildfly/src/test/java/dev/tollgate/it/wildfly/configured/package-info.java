/** A small application whose clients get their tokens by configuration alone: it goes into a WAR. */
@NullMarked
package dev.tollgate.it.wildfly.configured;

import org.jspecify.annotations.NullMarked;
