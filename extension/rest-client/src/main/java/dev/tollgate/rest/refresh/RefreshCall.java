package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One call of the refresh method by the gate, on which the response filter leaves the answer. */
public final class RefreshCall {

    private final Deadline deadline;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);
    private volatile boolean leavesNoConnection;
    private volatile @Nullable Client client;
    private volatile @Nullable Answer answer;

    private enum Fate {
        OPEN,
        SENT,
        CALLED_OFF
    }

    /** @param deadline until when an answer is of any use */
    public RefreshCall(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Until when an answer is of any use. */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * The call is about to be sent by {@code sender}.
     *
     * @throws ProcessingException if nobody wants an answer any more
     */
    public void sentBy(Client sender) {
        preparedBy(sender);
        sent();
    }

    /**
     * The call is to be sent by {@code sender}, when there is a connection for it.
     *
     * @throws ProcessingException if nobody wants an answer any more
     */
    public void preparedBy(Client sender) {
        if (deadline.hasPassed()) {
            callOff();
        }
        if (fate.get() == Fate.CALLED_OFF) {
            throw failure();
        }
        client = sender;
    }

    /**
     * The call is sent now.
     *
     * @throws ProcessingException if nobody wants an answer any more
     */
    public void sent() {
        if (!fate.compareAndSet(Fate.OPEN, Fate.SENT) && fate.get() == Fate.CALLED_OFF) {
            throw failure();
        }
    }

    /** Sees to it that the call is not sent any more; false if it has been. */
    public boolean callOff() {
        return fate.compareAndSet(Fate.OPEN, Fate.CALLED_OFF);
    }

    /** What becomes of a call that was called off. */
    public ProcessingException failure() {
        TokenFailure why = notSent();
        return new ProcessingException(why.getMessage(), why);
    }

    /** Whether it may have reached the server. */
    boolean wasSent() {
        return fate.get() == Fate.SENT;
    }

    TokenFailure notSent() {
        return TokenFailure.Transient.unsent(
                "the refresh call had to wait until its time was up, and was not sent", null);
    }

    /** The call was answered. */
    public void answered(Answer with) {
        answer = with;
    }

    /** The client that has sent it, or is about to. */
    public Optional<Client> sender() {
        return Optional.ofNullable(client);
    }

    /** Whether the client is used again: a connection that it keeps may be a dead one then, and the answer be lost. */
    public boolean leavesNoConnection() {
        return leavesNoConnection;
    }

    /** Has its connection closed with its answer. */
    public void leaveNoConnection() {
        leavesNoConnection = true;
    }

    /** Its answer; empty if there has been none. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }
}
