package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.Client;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the refresh method by the gate, on which the response filter leaves the answer. */
public final class RefreshCall {

    private final Deadline deadline;
    private volatile @Nullable Client client;
    private volatile @Nullable Answer answer;

    /** @param deadline until when an answer is of any use */
    public RefreshCall(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Until when an answer is of any use. */
    public Deadline deadline() {
        return deadline;
    }

    /** The call is sent by {@code sender}. */
    public void sentBy(Client sender) {
        client = sender;
    }

    /** The call was answered. */
    public void answered(Answer with) {
        answer = with;
    }

    /** Ends the client that has sent it, and with it the call. */
    public void close() {
        Client sender = client;
        if (sender != null) {
            sender.close();
        }
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }
}
