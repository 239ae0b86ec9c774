package dev.tollgate.it.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * Each race for a moment, in this JVM, for the test command. JCStress itself starts JVMs for each race, with other
 * compilers and flags: that is the long way, which the profile {@code races} goes.
 */
@Timeout(300)
class RaceTest {

    private static final String[] QUICK = {"-iters", "1", "-time", "100", "-c", "2", "-spinStyle", "THREAD_YIELD"};

    @TestFactory
    Stream<DynamicTest> noForbiddenOutcome() throws IOException {
        Options options = new Options(QUICK);
        assertThat(options.parse()).isTrue();
        assertThat(TestList.tests()).hasSizeGreaterThan(30);
        return TestList.tests().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(nameOf(name), () -> race(TestList.getInfo(name), options)));
    }

    private static String nameOf(String test) {
        return test.substring(RaceTest.class.getPackageName().length() + 1);
    }

    private static void race(TestInfo test, Options options) throws ReflectiveOperationException {
        SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, test.threads(), NodeType.PACKAGE);
        TestConfig config = new TestConfig(options, test, 0, List.of(), CompileMode.UNIFIED, anywhere);
        Runner<?> runner = Class.forName(test.generatedRunner())
                .asSubclass(Runner.class)
                .getConstructor(ForkedTestConfig.class)
                .newInstance(new ForkedTestConfig(config));

        TestResult result = runner.run();
        result.setConfig(config);

        assertThat(result.status())
                .as("%s %s", nameOf(test.name()), result.getMessages())
                .isEqualTo(Status.NORMAL);
        assertThat(result.getTotalCount()).isPositive();
        assertThat(result.grading().failureMessages).as(nameOf(test.name())).isEmpty();
        assertThat(result.grading().isPassed).as(nameOf(test.name())).isTrue();
    }
}
