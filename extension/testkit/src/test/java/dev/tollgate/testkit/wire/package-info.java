@NullMarked
package dev.tollgate.testkit.wire;

import org.jspecify.annotations.NullMarked;
