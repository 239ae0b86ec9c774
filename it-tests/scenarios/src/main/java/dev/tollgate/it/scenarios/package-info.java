/** What must hold on every runtime. Abstract: each runtime's module subclasses these tests. */
@NullMarked
package dev.tollgate.it.scenarios;

import org.jspecify.annotations.NullMarked;
