package io.microblog.bench.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds the statements in what the server has logged. */
final class LogReader {

    /** Process, application, level, message. */
    private static final Pattern ENTRY =
            Pattern.compile("[-\\d]+ [\\d:.]+ \\S+ \\[(\\d+)\\] (\\S*) (LOG|DETAIL|[A-Z]+):  (.*)", Pattern.DOTALL);

    private static final Pattern EXECUTED =
            Pattern.compile("duration: [\\d.]+ ms  (?:execute [^:]*|statement): (.*)", Pattern.DOTALL);

    /** Each phase of a statement is logged by itself. */
    private static final Pattern TIMED =
            Pattern.compile("duration: ([\\d.]+) ms  (parse|bind|execute|statement)[^:]*: (.*)", Pattern.DOTALL);

    private static final Pattern PARAMETER =
            Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')(?:, )?", Pattern.DOTALL);

    static final String PREFIX = "%m [%p] %a ";

    private LogReader() {}

    /** Those of one application, in the order in which they ended. */
    static List<Statement> statements(String log, String application) {
        List<Statement> found = new ArrayList<>();
        boolean executed = false;
        for (String entry : entries(log)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches() || !matcher.group(2).equals(application)) {
                continue;
            }
            Matcher execution = EXECUTED.matcher(matcher.group(4));
            if (matcher.group(3).equals("LOG")) {
                executed = execution.matches();
                if (executed) {
                    found.add(new Statement(Integer.parseInt(matcher.group(1)), execution.group(1), List.of()));
                }
            } else if (matcher.group(3).equals("DETAIL") && executed) {
                Statement last = found.removeLast();
                found.add(new Statement(last.backend(), last.sql(), parameters(matcher.group(4))));
            }
        }
        return found;
    }

    /** How often each statement of one application was asked, and how long all of that took. */
    static Map<String, StatementTime> times(String log, String application) {
        Map<String, StatementTime> times = new HashMap<>();
        for (String entry : entries(log)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches() || !matcher.group(2).equals(application)) {
                continue;
            }
            Matcher timed = TIMED.matcher(matcher.group(4));
            if (timed.matches()) {
                boolean ran = timed.group(2).equals("execute") || timed.group(2).equals("statement");
                StatementTime time = new StatementTime(ran ? 1 : 0, Double.parseDouble(timed.group(1)));
                times.merge(timed.group(3), time, StatementTime::plus);
            }
        }
        return times;
    }

    static List<@Nullable String> parameters(String detail) {
        List<@Nullable String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            String value = parameter.group(1);
            values.add(value == null ? null : value.replace("''", "'"));
        }
        return values;
    }

    /** Lines that begin with a tab go on with the one before. */
    private static List<String> entries(String log) {
        List<String> entries = new ArrayList<>();
        for (String line : log.split("\n")) {
            if (line.startsWith("\t") && !entries.isEmpty()) {
                entries.add(entries.removeLast() + "\n" + line.substring(1));
            } else {
                entries.add(line);
            }
        }
        return entries;
    }
}
