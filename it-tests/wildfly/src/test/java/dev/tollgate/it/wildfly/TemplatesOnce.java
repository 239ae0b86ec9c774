package dev.tollgate.it.wildfly;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.junit5.IdentifiedTestException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.util.ExceptionUtils;

/**
 * Arquillian makes the server run all invocations of a parameterized test for each of them (arquillian-core 771). Here it
 * does so for the first one alone; the others find their outcomes in what that has brought.
 */
class TemplatesOnce implements InvocationInterceptor {

    private static final ExtensionContext.Namespace OUTCOMES = ExtensionContext.Namespace.create(TemplatesOnce.class);

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (isInTheServer(context)) {
            invocation.proceed();
            return;
        }
        ExtensionContext.Store store = context.getParent().orElseThrow().getStore(OUTCOMES);
        if (store.get(Outcomes.class) == null) {
            store.put(Outcomes.class, Outcomes.of(invocation));
        } else {
            invocation.skip();
        }
        store.get(Outcomes.class, Outcomes.class)
                .failureOf(context.getUniqueId())
                .ifPresent(ExceptionUtils::throwAsUncheckedException);
    }

    private static boolean isInTheServer(ExtensionContext context) {
        return context.getConfigurationParameter(ArquillianExtension.RUNNING_INSIDE_ARQUILLIAN)
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    /** The failures of the invocations in the server by their ids, and one that they share if they never got there. */
    private record Outcomes(Map<String, Throwable> failures, Optional<Throwable> shared) {

        static Outcomes of(Invocation<Void> all) {
            try {
                all.proceed();
                return new Outcomes(Map.of(), Optional.empty());
            } catch (IdentifiedTestException e) {
                return new Outcomes(e.getCollectedExceptions(), Optional.empty());
            } catch (Throwable e) {
                return new Outcomes(Map.of(), Optional.of(e));
            }
        }

        Optional<Throwable> failureOf(String id) {
            return shared.or(() -> Optional.ofNullable(failures.get(id)));
        }
    }
}
