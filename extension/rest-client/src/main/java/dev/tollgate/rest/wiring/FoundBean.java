package dev.tollgate.rest.wiring;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.CallbackBean;
import dev.tollgate.rest.realm.Discovered.BeanMethod;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bean of the application, as far as it matters here. */
record FoundBean(Bean<?> bean, @Nullable Annotated annotated, BeanManager beans) {

    List<CallbackBean> callbacks() {
        return CallbackBean.TYPES.stream()
                .filter(bean.getTypes()::contains)
                .map(type -> new CallbackBean(
                        type, realm(), bean.isAlternative(), bean.getBeanClass().getName(), () -> reference(type)))
                .toList();
    }

    List<BeanMethod> refreshMethods(Collection<? extends AnnotatedMethod<?>> methods) {
        return RefreshMethods.among(methods)
                .map(method -> new BeanMethod(method, realm(), () -> reference(bean.getBeanClass())))
                .toList();
    }

    /** An alternative (of a test, say) is asked instead of the bean in whose place it is injected. */
    boolean isReplaced() {
        try {
            Bean<?> injected = beans.resolve(
                    beans.getBeans(bean.getBeanClass(), bean.getQualifiers().toArray(Annotation[]::new)));
            return injected != null && injected.isAlternative() && !injected.equals(bean);
        } catch (AmbiguousResolutionException e) {
            return false;
        }
    }

    private Optional<String> realm() {
        return Optional.ofNullable(annotated)
                .map(where -> where.getAnnotation(TokenRealm.class))
                .map(TokenRealm::value);
    }

    private Object reference(Type type) {
        return beans.getReference(bean, type, beans.createCreationalContext(bean));
    }
}
