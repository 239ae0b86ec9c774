package dev.tollgate.rest.realm;

import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.source.TokenSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the beans of each realm. */
final class CallbackBeans {

    /** An interface and its asynchronous sibling do the same. */
    private static final List<Set<Class<?>>> KINDS = List.of(
            Set.of(TokenSource.class),
            Set.of(ExpiryCheck.class, ExpiryCheck.Async.class),
            Set.of(RejectionCheck.class, RejectionCheck.Async.class),
            Set.of(TokenAssignment.class, TokenAssignment.Async.class),
            Set.of(TokenReader.class, TokenReader.Async.class),
            Set.of(SessionResolver.class, SessionResolver.Async.class));

    private final Collection<CallbackBean> beans;
    private final Problems problems;

    CallbackBeans(Collection<CallbackBean> beans, Problems problems) {
        this.beans = beans;
        this.problems = problems;
    }

    void checkThatRealmsExist(Set<String> realms) {
        for (CallbackBean bean : beans) {
            bean.realm()
                    .filter(name -> !realms.contains(name))
                    .ifPresent(name -> problems.add(bean.name() + " is for the realm '" + name
                            + "', which no client interface is in and no property names" + Nearest.to(name, realms)));
        }
    }

    /** One bean of each kind at most. */
    Map<Class<?>, CallbackBean> of(String realm) {
        Map<Class<?>, CallbackBean> chosen = new HashMap<>();
        for (Set<Class<?>> kind : KINDS) {
            choose(kind, realm).ifPresent(bean -> chosen.put(bean.type(), bean));
        }
        return chosen;
    }

    private Optional<CallbackBean> choose(Set<Class<?>> kind, String realm) {
        List<CallbackBean> own = candidates(kind, Optional.of(realm));
        List<CallbackBean> candidates = own.isEmpty() ? candidates(kind, Optional.empty()) : own;
        if (candidates.size() > 1) {
            problems.add("realm '" + realm + "' has more than one "
                    + kind.stream()
                            .map(Class::getSimpleName)
                            .filter(name -> !name.equals("Async"))
                            .findFirst()
                            .orElse("")
                    + " bean: "
                    + candidates.stream().map(CallbackBean::name).sorted().toList()
                    + "; put @TokenRealm on those that are for one realm only");
        }
        return candidates.stream().findFirst();
    }

    private List<CallbackBean> candidates(Set<Class<?>> kind, Optional<String> realm) {
        List<CallbackBean> all = new ArrayList<>(beans);
        all.removeIf(bean -> !kind.contains(bean.type()) || !bean.realm().equals(realm));
        if (all.stream().anyMatch(CallbackBean::alternative)) {
            all.removeIf(bean -> !bean.alternative());
        }
        return all;
    }
}
