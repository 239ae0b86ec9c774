package dev.tollgate.rest.realm;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bean that is looked up when it is first needed: it may itself inject clients, which need the realms first. */
final class LateBean<T> {

    private final Class<T> type;
    private final Supplier<Object> reference;
    private final AtomicReference<@Nullable T> bean = new AtomicReference<>();

    LateBean(Class<T> type, Supplier<Object> reference) {
        this.type = type;
        this.reference = reference;
    }

    /** Always the same one; a dependent bean would be another one at each look. */
    T get() {
        T known = bean.get();
        if (known != null) {
            return known;
        }
        T found = type.cast(reference.get());
        T earlier = bean.compareAndExchange(null, found);
        return earlier == null ? found : earlier;
    }
}
