package dev.tollgate.gate;

/** What follows when a resource server has rejected a token that is still the current one. Decides, and does nothing. */
final class RejectionRule {

    /** So often a call is sent again with the same token where the nodes of a server are known to differ. */
    static final int REPEATS = 2;

    private RejectionRule() {}

    /** What is known of the nodes of the resource servers, which may hold different keys. */
    enum Nodes {
        /** Nothing speaks against them. */
        ALIKE,
        /** Tokens are replaced after rejections again and again. */
        SUSPECTED,
        /** The same, and a call is on its way that will tell. */
        PROBED,
        /** One has refused a token that another one has accepted afterwards. */
        DIFFER
    }

    /**
     * What is known when a token has been rejected.
     *
     * @param paused whether the replays of such calls have been refused too, and it is too early for another one
     * @param suspect whether a new token has lately not helped such calls
     * @param repeatable whether the call can be sent again
     * @param repeats how often it has been sent again with the same token
     * @param flying whether the token is being replaced already
     * @param served whether such calls are still served the token
     * @param nodes what is known of the servers
     * @param refusedByAnother whether calls of another kind have had the token rejected, and none has had it accepted since
     * @param inARow how many calls have had the token rejected since one has had it accepted, this one included
     */
    record Situation(
            boolean paused,
            boolean suspect,
            boolean repeatable,
            int repeats,
            boolean flying,
            boolean served,
            Nodes nodes,
            boolean refusedByAnother,
            long inARow) {}

    /** What follows. */
    enum Next {
        /** A new token has not helped such calls: the caller gets the answer. */
        REFUSES_FRESH_TOKENS,
        /** Another node would accept the token, but the call can not be sent again: the caller gets the answer. */
        NODES_DIFFER,
        /** The call is sent again with the same token. */
        REPEAT,
        /** The same, and others wait for what comes of it. */
        PROBE,
        /** The call waits for what comes of the probe. */
        AWAIT_PROBE,
        /** The token is replaced, and served to everybody meanwhile. */
        REFRESH_ASIDE,
        /** The token is replaced, and not served to such calls any more. */
        REFRESH_FOR_SUCH_CALLS,
        /** The token is replaced, and served to nobody any more. */
        REFRESH_FOR_ALL
    }

    static Next after(Situation now) {
        if (now.paused) {
            return Next.REFUSES_FRESH_TOKENS;
        } else if (!now.served) {
            return refresh(now);
        } else if (now.nodes == Nodes.DIFFER) {
            return whereNodesDiffer(now);
        }
        boolean mayProbe = now.repeatable && now.repeats == 0 && !now.flying;
        if (mayProbe && now.nodes == Nodes.PROBED) {
            return Next.AWAIT_PROBE;
        }
        return mayProbe && now.nodes == Nodes.SUSPECTED ? Next.PROBE : refresh(now);
    }

    private static Next whereNodesDiffer(Situation now) {
        if (now.repeatable) {
            return now.repeats < REPEATS ? Next.REPEAT : refresh(now);
        }
        return now.inARow <= REPEATS ? Next.NODES_DIFFER : refresh(now);
    }

    private static Next refresh(Situation now) {
        if (now.suspect) {
            return Next.REFRESH_ASIDE;
        }
        return now.refusedByAnother ? Next.REFRESH_FOR_ALL : Next.REFRESH_FOR_SUCH_CALLS;
    }
}
