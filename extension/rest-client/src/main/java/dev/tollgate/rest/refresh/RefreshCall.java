package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the refresh method by the gate, on which the response filter leaves the answer. */
public final class RefreshCall {

    private volatile @Nullable Answer answer;

    /** The call was answered. */
    public void answered(Answer with) {
        answer = with;
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }
}
