package dev.tollgate.quarkus.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found when the application was built, as far as it goes into the application.
 *
 * @param clients the names of the client interfaces
 * @param callbacks its beans that do something differently
 * @param refreshes the {@code @RefreshToken} methods of its beans
 * @param fixed the properties that were used, and can not be changed any more
 */
public record BuiltApplication(
        List<String> clients, List<Callback> callbacks, List<Refresh> refreshes, Map<String, String> fixed) {

    /**
     * A bean.
     *
     * @param type the name of the interface that it implements
     * @param realm the realm that it is for, if it says so
     * @param name for messages
     * @param bean by what the container knows it
     */
    public record Callback(String type, Optional<String> realm, boolean alternative, String name, String bean) {}

    /**
     * A method of a bean.
     *
     * @param type the name of its class
     * @param parameters the names of the types of its parameters
     * @param realm the realm that it is for, if it says so
     * @param bean by what the container knows it
     */
    public record Refresh(String type, String method, List<String> parameters, Optional<String> realm, String bean) {}
}
