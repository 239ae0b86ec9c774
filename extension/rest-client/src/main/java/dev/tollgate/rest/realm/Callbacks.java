package dev.tollgate.rest.realm;

import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.source.TokenSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What the application does differently in one realm. Each answers later, also where the bean answers at once.
 *
 * @param source where tokens come from
 * @param expiry which tokens count as expired
 * @param rejection which answers count as rejections
 * @param assignment how a token is put on a request
 * @param reader how tokens are found in an answer
 * @param session whose session it is
 */
public record Callbacks(
        Optional<TokenSource> source,
        Optional<ExpiryCheck.Async> expiry,
        Optional<RejectionCheck.Async> rejection,
        Optional<TokenAssignment.Async> assignment,
        Optional<TokenReader.Async> reader,
        Optional<SessionResolver.Async> session) {

    static Callbacks of(Map<Class<?>, CallbackBean> beans) {
        Chosen chosen = new Chosen(beans);
        return new Callbacks(
                chosen.one(TokenSource.class, LateSource::new),
                chosen.<ExpiryCheck, ExpiryCheck.Async>either(
                        ExpiryCheck.class,
                        bean -> (tokens, call) ->
                                CompletableFuture.completedFuture(bean.get().isExpired(tokens, call)),
                        ExpiryCheck.Async.class,
                        bean -> (tokens, call) -> bean.get().isExpired(tokens, call)),
                chosen.<RejectionCheck, RejectionCheck.Async>either(
                        RejectionCheck.class,
                        bean -> (answer, call) ->
                                CompletableFuture.completedFuture(bean.get().isRejected(answer, call)),
                        RejectionCheck.Async.class,
                        bean -> (answer, call) -> bean.get().isRejected(answer, call)),
                chosen.<TokenAssignment, TokenAssignment.Async>either(
                        TokenAssignment.class,
                        bean -> (tokens, request) -> {
                            bean.get().assign(tokens, request);
                            return CompletableFuture.completedFuture(request);
                        },
                        TokenAssignment.Async.class,
                        bean -> (tokens, request) -> bean.get().assign(tokens, request)),
                chosen.<TokenReader, TokenReader.Async>either(
                        TokenReader.class,
                        bean -> answer ->
                                CompletableFuture.completedFuture(bean.get().read(answer)),
                        TokenReader.Async.class,
                        bean -> answer -> bean.get().read(answer)),
                chosen.<SessionResolver, SessionResolver.Async>either(
                        SessionResolver.class,
                        bean -> realm ->
                                CompletableFuture.completedFuture(bean.get().sessionOf(realm)),
                        SessionResolver.Async.class,
                        bean -> realm -> bean.get().sessionOf(realm)));
    }

    private record Chosen(Map<Class<?>, CallbackBean> beans) {

        <S, A> Optional<A> either(
                Class<S> now, Function<LateBean<S>, A> adapted, Class<A> later, Function<LateBean<A>, A> asItIs) {
            return one(now, adapted).or(() -> one(later, asItIs));
        }

        <B, R> Optional<R> one(Class<B> type, Function<LateBean<B>, R> use) {
            return Optional.ofNullable(beans.get(type)).map(bean -> use.apply(new LateBean<>(type, bean.reference())));
        }
    }
}
