package dev.tollgate.gate;

import dev.tollgate.source.Trigger;

/**
 * Whoever wants something of the gate.
 *
 * @param changes how many sign-ins and sign-outs there had been as he came
 */
record SoakCaller(int changes) implements Trigger {

    @Override
    public String describe() {
        return "ShopClient.orders";
    }
}
