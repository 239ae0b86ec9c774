/** Many users for a long time, while everything goes wrong: what is left behind in the heap, of threads, of connections? */
@NullMarked
package dev.tollgate.it.benchmark.soak;

import org.jspecify.annotations.NullMarked;
