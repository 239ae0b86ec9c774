package dev.tollgate.rest.refresh.body;

/** Bodies that only their own package can see, as an application may have them. */
public final class Hidden {

    private Hidden() {}

    /** A class with setters. */
    public static Class<?> bean() {
        return HiddenBean.class;
    }

    /** A record. */
    public static Class<?> record() {
        return HiddenRecord.class;
    }

    record HiddenRecord(String refreshToken) {}

    static class HiddenBean {
        private String token = "";

        public void setRefreshToken(String token) {
            this.token = token;
        }

        @Override
        public String toString() {
            return token;
        }
    }
}
