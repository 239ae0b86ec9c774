/** The scenarios on Quarkus, and what only it can do. */
@NullMarked
package dev.tollgate.it.quarkus;

import org.jspecify.annotations.NullMarked;
