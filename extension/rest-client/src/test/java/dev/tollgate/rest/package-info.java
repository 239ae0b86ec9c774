@NullMarked
package dev.tollgate.rest;

import org.jspecify.annotations.NullMarked;
