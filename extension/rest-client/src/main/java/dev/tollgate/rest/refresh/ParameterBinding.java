package dev.tollgate.rest.refresh;

import dev.tollgate.rest.refresh.RefreshMethod.Argument;
import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Binds the parameters of a refresh method by their RFC 6749 names. What can not be bound is a mistake that is found at
 * start-up.
 */
public final class ParameterBinding {

    private static final String WHAT_WORKS = "a parameter is a String with @FormParam, @HeaderParam, @CookieParam or"
            + " @QueryParam \"refresh_token\", \"grant_type\", \"client_id\", \"client_secret\" or \"scope\"; or a lone"
            + " String (the refresh token); or a TokenSet; or a JSON body (JsonObject, Map, record, or class with setters) with"
            + " these names";

    private final TokenParameters values;
    private final Consumer<String> problems;

    /** @param problems is told what can not be bound */
    public ParameterBinding(TokenParameters values, Consumer<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Binds {@code method}; empty if that was not possible. */
    public Optional<RefreshMethod> bind(Class<?> client, Method method) {
        Parameter[] parameters = method.getParameters();
        Optional<Parameter> body =
                Arrays.stream(parameters).filter(ParameterBinding::isBody).findFirst();
        List<Optional<Argument>> bound = Arrays.stream(parameters)
                .map(parameter -> isBody(parameter) && !body.equals(Optional.of(parameter))
                        ? Optional.<Argument>empty() // a request has one body
                        : bind(parameter))
                .toList();
        boolean complete = true;
        for (int i = 0; i < parameters.length; i++) {
            if (bound.get(i).isEmpty()) {
                complete = problem(client, method, "parameter " + (i + 1) + " can not be bound");
            }
        }
        if (Arrays.stream(parameters).noneMatch(ParameterBinding::takesTheRefreshToken)) {
            complete = problem(client, method, "no parameter takes the refresh token");
        }
        return complete
                ? Optional.of(new RefreshMethod(
                        client, method, bound.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private boolean problem(Class<?> client, Method method, String what) {
        problems.accept(client.getName() + ": " + signature(method) + ": " + what + "; " + WHAT_WORKS);
        return false;
    }

    private Optional<Argument> bind(Parameter parameter) {
        if (parameter.getType() == TokenSet.class) {
            return Optional.of(current -> current);
        }
        if (parameter.getType() == String.class) {
            return nameOf(parameter).flatMap(values::named);
        }
        return isBody(parameter) ? new JsonBody(values).of(parameter.getType()) : Optional.empty();
    }

    /** A JSON body without the refresh token is not bound in the first place. */
    private static boolean takesTheRefreshToken(Parameter parameter) {
        return parameter.getType() == TokenSet.class
                || (isBody(parameter) && parameter.getType() != String.class)
                || nameOf(parameter).filter("refresh_token"::equals).isPresent();
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getAnnotations().length == 0;
    }

    /** The RFC 6749 name of what is sent; a body without any mark is the refresh token. Empty if it has no such name. */
    private static Optional<String> nameOf(Parameter parameter) {
        return isBody(parameter) ? Optional.of("refresh_token") : nameByAnnotation(parameter);
    }

    private static Optional<String> nameByAnnotation(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .flatMap(annotation -> writtenName(annotation).stream())
                .findFirst()
                .map(ParameterBinding::normalised);
    }

    private static Optional<String> writtenName(Annotation annotation) {
        if (annotation instanceof FormParam form) {
            return Optional.of(form.value());
        } else if (annotation instanceof HeaderParam header) {
            return Optional.of(header.value());
        } else if (annotation instanceof CookieParam cookie) {
            return Optional.of(cookie.value());
        } else if (annotation instanceof QueryParam query) {
            return Optional.of(query.value());
        }
        return Optional.empty();
    }

    /** Headers are written {@code Refresh-Token} or {@code X-Refresh-Token}. */
    private static String normalised(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return lower.startsWith("x_") ? lower.substring(2) : lower;
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> Stream.concat(
                                Arrays.stream(parameter.getAnnotations()).map(ParameterBinding::written),
                                Stream.of(parameter.getType().getSimpleName()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static String written(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName()
                + writtenName(annotation).map(name -> "(\"" + name + "\")").orElse("");
    }
}
