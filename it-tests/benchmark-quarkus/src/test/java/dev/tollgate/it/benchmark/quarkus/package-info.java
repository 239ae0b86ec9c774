@NullMarked
package dev.tollgate.it.benchmark.quarkus;

import org.jspecify.annotations.NullMarked;
