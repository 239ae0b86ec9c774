@NullMarked
package dev.tollgate.it.quarkus.plain;

import org.jspecify.annotations.NullMarked;
