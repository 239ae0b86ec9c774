/**
 * The gate where threads contend. JCStress ({@code RaceTests}) runs each pair of transitions against each other, millions
 * of times; Lincheck ({@code GateModelTest}) walks through interleavings and compares with a gate that one thread uses.
 */
@NullMarked
package dev.tollgate.it.races;

import org.jspecify.annotations.NullMarked;
