/** Applications that do something differently: their clients, and their beans. */
@NullMarked
package dev.tollgate.it.scenarios.custom;

import org.jspecify.annotations.NullMarked;
