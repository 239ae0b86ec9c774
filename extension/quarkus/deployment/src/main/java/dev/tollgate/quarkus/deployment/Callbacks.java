package dev.tollgate.quarkus.deployment;

import dev.tollgate.rest.realm.CallbackBean;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.DotName;

/** The interfaces of the beans that do something differently. */
final class Callbacks {

    private Callbacks() {}

    static Set<DotName> names() {
        return CallbackBean.TYPES.stream().map(DotName::createSimple).collect(Collectors.toUnmodifiableSet());
    }
}
