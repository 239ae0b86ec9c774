package dev.tollgate.rest.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallbackTest {

    private final Callback callback = new Callback("the ExpiryCheck for Shop.orders", Duration.ofSeconds(10));

    @Test
    @SuppressWarnings("NullAway") // what a bean may do, though it should not
    void beanThatReturnsNullIsNamed() {
        assertThatThrownBy(() -> callback.<String>ask(() -> null))
                .isInstanceOf(ProcessingException.class)
                .hasMessageContaining("the ExpiryCheck for Shop.orders failed")
                .hasRootCauseMessage("null was returned, not a stage");
    }

    @Test
    void answerThatComesLaterIsNotWaitedFor() {
        CompletableFuture<String> answer = new CompletableFuture<>();

        CompletableFuture<String> asked = callback.askLater(() -> answer).toCompletableFuture();
        assertThat(asked).isNotDone();
        answer.complete("soon");

        assertThat(asked).isCompletedWithValue("soon");
    }

    @Test
    void answerThatDoesNotComeIsGivenUpWithoutAThread() {
        Callback hasty = new Callback("the SessionResolver", Duration.ofMillis(1));

        CompletableFuture<String> asked =
                hasty.<String>askLater(CompletableFuture::new).toCompletableFuture();

        assertThatThrownBy(asked::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("the SessionResolver did not answer within 1 ms (wait-timeout)");
    }

    @Test
    void interruptedCallerDoesNotCancelWhatOthersMayWaitFor() {
        CompletableFuture<String> shared = new CompletableFuture<>();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> callback.ask(() -> shared)).isInstanceOf(ProcessingException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shared).isNotDone();
    }
}
