package dev.tollgate.it.tck;

import org.testng.ITestListener;
import org.testng.ITestResult;

/** Tells the tally which test is on, and how it ended. */
public final class TestCount implements ITestListener {

    @Override
    public void onTestStart(ITestResult test) {
        Tally.OF_THIS_RUN.begin(test.getTestClass().getRealClass(), test.getName());
    }

    @Override
    public void onTestSuccess(ITestResult test) {
        Tally.OF_THIS_RUN.count("tests.passed");
    }

    @Override
    public void onTestFailure(ITestResult test) {
        Tally.OF_THIS_RUN.count("tests.failed");
    }

    @Override
    public void onTestSkipped(ITestResult test) {
        Tally.OF_THIS_RUN.count("tests.skipped");
    }
}
