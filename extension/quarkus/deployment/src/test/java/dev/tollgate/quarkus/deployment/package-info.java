@NullMarked
package dev.tollgate.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
