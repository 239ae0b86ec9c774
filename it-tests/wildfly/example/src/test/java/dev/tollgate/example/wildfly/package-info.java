@NullMarked
package dev.tollgate.example.wildfly;

import org.jspecify.annotations.NullMarked;
