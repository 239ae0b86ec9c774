package dev.tollgate.it.scenarios.client;

/** What the application's own mapper makes of a failed call. */
public class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongAnswer(String message) {
        super(message);
    }
}
