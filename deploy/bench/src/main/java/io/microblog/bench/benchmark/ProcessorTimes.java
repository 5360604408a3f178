package io.microblog.bench.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.microblog.bench.Platform;

/** The processor time of every process of the platform, PostgreSQL's told apart by whom they work for. */
final class ProcessorTimes {

    private static final List<String> SERVICES = List.of("gateway", "user-service", "post-service");

    /** A connection's application or else what the server itself does in that process. */
    private static final String BACKENDS = """
            SELECT pid, CASE WHEN backend_type = 'client backend' THEN application_name ELSE 'itself' END
            FROM pg_stat_activity
            """;

    /** One process, and what it belongs to. */
    private record Used(String part, Duration time) {}

    private final Map<Long, Used> processes;

    private ProcessorTimes(Map<Long, Used> processes) {
        this.processes = processes;
    }

    static ProcessorTimes now(Platform platform) throws SQLException {
        Map<Long, Used> processes = new HashMap<>();
        for (String service : SERVICES) {
            put(processes, service, ServiceProcess.of(service).handle());
        }
        kafka().ifPresent(process -> put(processes, "Kafka", process));
        put(processes, "load and figures", ProcessHandle.current());
        try (Connection connection = platform.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet backends = statement.executeQuery(BACKENDS)) {
            while (backends.next()) {
                String part = "PostgreSQL for " + backends.getString(2);
                ProcessHandle.of(backends.getLong(1)).ifPresent(process -> put(processes, part, process));
            }
        }
        return new ProcessorTimes(processes);
    }

    private static Optional<ProcessHandle> kafka() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(" kafka.Kafka "))
                        .isPresent())
                .findFirst();
    }

    private static void put(Map<Long, Used> processes, String part, ProcessHandle process) {
        processes.put(
                process.pid(), new Used(part, process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    /** What each part has used since then. What ended meanwhile is not known any more. */
    Map<String, Duration> since(ProcessorTimes before) {
        Map<String, Duration> used = new TreeMap<>();
        processes.forEach((pid, now) -> used.merge(now.part(), now.time().minus(before.of(pid)), Duration::plus));
        return used;
    }

    private Duration of(long pid) {
        Used used = processes.get(pid);
        return used == null ? Duration.ZERO : used.time();
    }
}
