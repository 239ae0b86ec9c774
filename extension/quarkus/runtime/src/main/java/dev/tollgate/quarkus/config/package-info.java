/** The configuration as Quarkus shows it. Internal. */
@NullMarked
package dev.tollgate.quarkus.config;

import org.jspecify.annotations.NullMarked;
