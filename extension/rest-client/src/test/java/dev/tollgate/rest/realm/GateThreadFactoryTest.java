package dev.tollgate.rest.realm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class GateThreadFactoryTest {

    @Test
    void threadIsADaemonThatSeesTheDeployment() {
        Thread thread = new GateThreadFactory("shop").newThread(() -> {});

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("tollgate-shop-1");
        assertThat(thread.getContextClassLoader())
                .isSameAs(Thread.currentThread().getContextClassLoader());
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23)
    void threadIsAPlainOneWhereVirtualOnesWouldBePinned() {
        assertThat(VirtualThreads.factory()).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void threadIsVirtualWhereTheJdkHasThem() {
        assertThat(new GateThreadFactory("shop").newThread(() -> {}).toString()).contains("VirtualThread");
    }
}
