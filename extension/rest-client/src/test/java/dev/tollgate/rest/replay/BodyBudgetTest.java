package dev.tollgate.rest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

    @Test
    void bodyIsWrittenAndKept() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);

        CapturedBody body = written(budget, "123456789");

        assertThat(wire.toString(UTF_8)).isEqualTo("123456789");
        assertThat(body.bytes()).hasValue("123456789".getBytes(UTF_8));
        assertThat(budget.kept()).isEqualTo(9);
    }

    @Test
    void bodyThatIsTooLargeIsWrittenButNotKept() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);

        CapturedBody body = written(budget, "12345678901");

        assertThat(wire.toString(UTF_8)).isEqualTo("12345678901");
        assertThat(body.bytes()).isEmpty();
        assertThat(budget.kept()).isZero();
    }

    @Test
    void allBodiesTogetherHaveALimitToo() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);
        CapturedBody first = written(budget, "1234567890");
        CapturedBody second = written(budget, "123456789");

        assertThat(written(budget, "12").bytes()).isEmpty();
        assertThat(written(budget, "1").bytes()).isPresent();
        first.discard();
        assertThat(written(budget, "12").bytes()).isPresent();
        assertThat(second.bytes()).isPresent();
    }

    @Test
    void bodyThatWasNeverWrittenIsNotTakenForAnEmptyOne() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);
        CapturedBody body = budget.open();

        assertThat(body.isWhole()).isFalse();
        body.tee(wire).close();
        assertThat(body.bytes()).hasValue(new byte[0]);
    }

    @Test
    void answersCountBesideBodiesOfCalls() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);
        CapturedBody first = written(budget, "1234567890");
        BodyShare answer = budget.share();

        assertThat(answer.grow(8)).isTrue();
        assertThat(answer.grow(3)).isFalse();
        assertThat(written(budget, "123").bytes()).isEmpty();
        answer.giveBack();
        assertThat(written(budget, "123").bytes()).isPresent();
        assertThat(first.isWhole()).isTrue();
    }

    @Test
    void discardedBodyGivesItsShareBackOnce() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);
        CapturedBody body = written(budget, "1234");

        body.discard();
        body.discard();

        assertThat(body.bytes()).isEmpty();
        assertThat(budget.kept()).isZero();
    }

    @Test
    void callThatIsNeverAnsweredGivesItsShareBackAsGarbage() throws IOException {
        BodyBudget budget = new BodyBudget(10, 20);
        assertThat(written(budget, "1234").bytes()).isPresent();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (budget.kept() > 0 && System.nanoTime() < end) {
            System.gc();
        }

        assertThat(budget.kept()).isZero();
    }

    private CapturedBody written(BodyBudget budget, String text) throws IOException {
        CapturedBody body = budget.open();
        try (OutputStream tee = body.tee(wire)) {
            byte[] bytes = text.getBytes(UTF_8);
            tee.write(bytes[0]);
            tee.write(bytes, 1, bytes.length - 1);
        }
        return body;
    }
}
