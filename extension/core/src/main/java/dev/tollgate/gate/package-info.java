/**
 * The gate: one state machine for each session, in which at most one flight at a time fetches tokens while callers wait.
 *
 * <pre>
 * SignedOut ──signIn──▶ Fresh ──near expiry / expired / rejected──▶ Refreshing ──ok──▶ Fresh (a greater generation)
 *     │ acquire                                                     ▲  │ │
 *     └─────────────────────────────────────────────────────────────┘  │ └─ gave up for now ──▶ Stale ── next need ─▶ Refreshing
 *                                                                      └─── the grant is dead ─▶ SessionExpired ─ signIn ─▶ Fresh
 * from any state: signOut ─▶ SignedOut
 * </pre>
 *
 * A call walks through a {@link dev.tollgate.gate.Passage}; {@link dev.tollgate.gate.TokenGate} decides what it gets;
 * {@code GateState} is where the gate stands, and only {@code StateCell} moves it; a {@code Flight} makes attempts, and
 * {@code FailureRule} says what follows a failed one;
 * {@code Landings} takes its outcome back into the state.
 */
@NullMarked
package dev.tollgate.gate;

import org.jspecify.annotations.NullMarked;
