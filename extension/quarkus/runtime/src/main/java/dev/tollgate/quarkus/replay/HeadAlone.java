package dev.tollgate.quarkus.replay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ClientRestHandler;

/**
 * An answer whose body is given up. The client reads most bodies before any filter sees that there is an answer: one that
 * does not come would keep its call for as long as the client has patience, and nobody would know of a rejection.
 */
public final class HeadAlone {

    private static final String PROPERTY = "dev.tollgate.head-alone";

    private enum Body {
        GIVEN_UP,
        NONE
    }

    private HeadAlone() {}

    /** The head has come: gives the body up after {@code patience}, unless filters see the answer before. */
    static void after(
            Duration patience, HttpClientRequest sent, HttpClientResponse head, RestClientRequestContext request) {
        Vertx vertx = request.getClientRequestContext().getContext().owner();
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), now -> giveUp(sent, request));
        head.end().onComplete(body -> vertx.cancelTimer(timer));
    }

    private static void giveUp(HttpClientRequest sent, RestClientRequestContext request) {
        if (request.getResponseEntityStream() == null) {
            request.getProperties().put(PROPERTY, Body.GIVEN_UP);
            sent.reset(0, new TimeoutException("no body in the time that it may take"));
        }
    }

    /** Whether the answer to {@code request} is without the body that it should have. */
    public static boolean is(RestClientRequestContext request) {
        return request.getProperties().containsKey(PROPERTY);
    }

    /**
     * Lets {@code request}, which has just failed since its body was given up, go on as if its answer had none.
     *
     * @return false if it is another failure, or has been dealt with
     */
    public static boolean goesOn(RestClientRequestContext request) {
        Sending sending = Sending.of(request);
        if (sending == null || request.getProperties().get(PROPERTY) != Body.GIVEN_UP) {
            return false;
        }
        request.getProperties().put(PROPERTY, Body.NONE);
        sending.answered(request);
        return true;
    }

    /** Where the client goes on when it has read an answer. */
    static int behindSending(ClientRestHandler[] handlers) {
        return Arrays.stream(handlers).map(Object::getClass).toList().indexOf(ClientSendRequestHandler.class) + 1;
    }
}
