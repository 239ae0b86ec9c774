package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CarriedCall;
import org.jboss.resteasy.spi.concurrent.ThreadContext;

/**
 * Carries {@link dev.tollgate.rest.realm.CallContext}s over RESTEasy's thread pools; keeps no state. Not among the service
 * files of this jar: on a server that hides RESTEasy's SPI from applications (Open Liberty) it would break every REST
 * client. An application may have such a file, for what RESTEasy carries outside of the calls of a client.
 */
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
