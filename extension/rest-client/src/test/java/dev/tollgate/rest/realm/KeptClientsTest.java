package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.rest.refresh.RefreshCall;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A few clients are kept for refreshes, each for one at a time. */
class KeptClientsTest {

    private final List<Made> made = new ArrayList<>();
    private final KeptClients kept = new KeptClients(this::make);

    @Test
    void clientIsLentAgainAfterAnAnsweredRefresh() {
        Object first = refresh();
        Object second = refresh();

        assertThat(second).isSameAs(first);
        assertThat(made).singleElement().matches(client -> !client.closed);
    }

    @Test
    void clientIsLentToOneRefreshAtATime() {
        KeptClients.Loan one = kept.lend();
        KeptClients.Loan other = kept.lend();
        assertThat(other.bean()).isNotSameAs(one.bean());

        one.failed(sentBy(one));
        other.returned(answered(other));

        assertThat(made).extracting(client -> client.closed).containsExactly(true, false);
    }

    @Test
    void clientOfAFailedRefreshIsClosed() {
        KeptClients.Loan loan = kept.lend();
        loan.failed(sentBy(loan));

        refresh();

        assertThat(made).extracting(client -> client.closed).containsExactly(true, false);
        assertThat(made.get(0).destroyed).isTrue();
    }

    @Test
    void clientThatReturnedWithoutAnAnswerIsClosed() {
        KeptClients.Loan loan = kept.lend();
        loan.returned(sentBy(loan));

        assertThat(made.get(0).closed).isTrue();
    }

    @Test
    void clientThatIsClosedElsewhereIsDropped() {
        refresh();
        made.get(0).closed = true;

        refresh();

        assertThat(made).hasSize(2);
        assertThat(made.get(0).destroyed).isTrue();
    }

    @Test
    void endOfALoanCountsOnce() {
        KeptClients.Loan loan = kept.lend();
        RefreshCall refresh = answered(loan);
        loan.failed(refresh); // its time was up

        loan.returned(refresh);

        refresh();
        assertThat(made).hasSize(2);
    }

    @Test
    void fourAreKept() {
        List<KeptClients.Loan> loans = Stream.generate(kept::lend).limit(10).toList();
        loans.forEach(loan -> loan.returned(answered(loan)));

        assertThat(made).filteredOn(client -> !client.closed).hasSize(4);
    }

    @Test
    void noneIsKeptAfterTheEnd() {
        KeptClients.Loan lent = kept.lend();
        refresh();
        kept.close();
        lent.returned(answered(lent));

        assertThat(made).hasSize(2).allMatch(client -> client.closed && client.destroyed);
    }

    private Object refresh() {
        KeptClients.Loan loan = kept.lend();
        loan.returned(answered(loan));
        return loan.bean();
    }

    private RefreshCall answered(KeptClients.Loan loan) {
        RefreshCall call = sentBy(loan);
        call.answered(new Answer(200, Map.of(), ""));
        return call;
    }

    private RefreshCall sentBy(KeptClients.Loan loan) {
        RefreshCall call = new RefreshCall(Deadline.in(Duration.ofMinutes(1), TimeSource.system()));
        call.sentBy(((Made) loan.bean()).client());
        return call;
    }

    private RefreshClient make() {
        Made bean = new Made();
        made.add(bean);
        return new RefreshClient(bean.handle());
    }

    /** A client's bean, and the REST client below it. */
    private static final class Made {
        private boolean closed;
        private boolean destroyed;

        Client client() {
            return proxy(Client.class, name -> switch (name) {
                case "close" -> close();
                case "target" -> openTarget();
                default -> throw new AssertionError(name);
            });
        }

        private @Nullable Object close() {
            closed = true;
            return null;
        }

        private @Nullable Object destroy() {
            destroyed = true;
            return null;
        }

        private WebTarget openTarget() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return proxy(WebTarget.class, name -> null);
        }

        Instance.Handle<?> handle() {
            return proxy(Instance.Handle.class, name -> switch (name) {
                case "get" -> this;
                case "destroy" -> destroy();
                default -> throw new AssertionError(name);
            });
        }
    }

    private static <T> T proxy(Class<T> type, Function<String, @Nullable Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.apply(method.getName());
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
