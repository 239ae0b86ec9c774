/** The authorization and resource server of the storms: in a process of its own, and it writes down what the clients do. */
@NullMarked
package dev.tollgate.it.benchmark.storm.server;

import org.jspecify.annotations.NullMarked;
