/** Where tokens come from: the SPI between the gate and an authorization server. */
@NullMarked
package dev.tollgate.source;

import org.jspecify.annotations.NullMarked;
