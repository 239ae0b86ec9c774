@NullMarked
package dev.tollgate.it.benchmark.storm;

import org.jspecify.annotations.NullMarked;
