/** The three clients that the same load is put on. */
@NullMarked
package dev.tollgate.it.benchmark.storm.client;

import org.jspecify.annotations.NullMarked;
