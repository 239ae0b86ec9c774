package dev.tollgate.rest.realm;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** Threads that have nothing of the thread that makes them. */
public final class CleanThreads {

    private CleanThreads() {}

    /**
     * A daemon of normal priority in the top group, without inheritable thread locals, and with no context of access control
     * that would keep the classes of callers.
     */
    @SuppressWarnings({"removal", "ThreadPriorityCheck"
    }) // inherited on JDK 17: that context, and the priority of a caller
    public static Thread daemon(Runnable task) {
        PrivilegedAction<Thread> making = () -> new Thread(topGroup(), task, "tollgate", 0, false);
        Thread thread = AccessController.doPrivileged(making);
        thread.setDaemon(true);
        thread.setPriority(Thread.NORM_PRIORITY);
        thread.setContextClassLoader(CleanThreads.class.getClassLoader());
        return thread;
    }

    private static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = parent.getParent()) {
            group = parent;
        }
        return group;
    }
}
