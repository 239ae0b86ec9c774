@NullMarked
package dev.tollgate.it.demo;

import org.jspecify.annotations.NullMarked;
