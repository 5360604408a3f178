package io.microblog.user.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report is about. */
public enum ReportCategory {
    /** Advertising and the like, fakes, repetition. */
    SPAM,
    /** What the law forbids. */
    LEGAL,
    /** Rules of the server that were broken. */
    VIOLATION,
    /** All else. */
    OTHER;

    /** As the API calls it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReportCategory> find(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}
