package dev.tollgate.it.quarkus;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Not compiled before JDK 21: without virtual threads Quarkus builds no application that asks for them. */
@Path("serving/virtual-thread")
public class ServingOnVirtualThread {

    @GET
    @RunOnVirtualThread
    public String serve() {
        return Serving.done();
    }
}
