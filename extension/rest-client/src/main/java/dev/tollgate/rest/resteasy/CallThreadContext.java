package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CallContext;
import dev.tollgate.rest.realm.CarriedCall;
import org.jboss.resteasy.spi.concurrent.ThreadContext;

/** Carries {@link CallContext}s over RESTEasy's thread pools. Found by its service loader; keeps no state. */
public final class CallThreadContext implements ThreadContext<CarriedCall> {

    @Override
    public CarriedCall capture() {
        return CarriedCall.capture();
    }

    @Override
    public void push(CarriedCall call) {
        call.begin();
    }

    @Override
    public void reset(CarriedCall call) {
        call.end();
    }
}
