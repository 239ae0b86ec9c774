@NullMarked
package dev.tollgate.it.benchmark.soak;

import org.jspecify.annotations.NullMarked;
