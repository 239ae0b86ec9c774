@NullMarked
package dev.tollgate.it.benchmark.gate;

import org.jspecify.annotations.NullMarked;
