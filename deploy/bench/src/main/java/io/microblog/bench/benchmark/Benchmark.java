package io.microblog.bench.benchmark;

import io.microblog.bench.report.Report;

/** One thing that can be measured, on both sides of its ratio, in one run. */
public interface Benchmark {

    /** As it is called at the command line. */
    String name();

    /** In a line. */
    String description();

    /** Measures, and writes down what was found. */
    void run(Bed bed, Report report) throws Exception;
}
