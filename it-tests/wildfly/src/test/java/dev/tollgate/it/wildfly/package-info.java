/** The scenarios inside a real WildFly. */
@NullMarked
package dev.tollgate.it.wildfly;

import org.jspecify.annotations.NullMarked;
