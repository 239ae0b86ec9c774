/** How what was measured is written down. */
@NullMarked
package dev.tollgate.it.benchmark.report;

import org.jspecify.annotations.NullMarked;
