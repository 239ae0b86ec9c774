/** An application that has Tollgate's jars and no realm. */
@NullMarked
package dev.tollgate.it.elsewhere.plain;

import org.jspecify.annotations.NullMarked;
