package io.microblog.bench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What a service computes, from samples of its stacks. */
final class FlightRecording {

    private static final String NAME = "benchmark";

    /** In frames; of the usual 64 none tells that a request began it. A service that was recorded before keeps its own. */
    private static final int DEPTH = 512;

    private final ServiceProcess service;

    private FlightRecording(ServiceProcess service) {
        this.service = service;
    }

    static FlightRecording start(ServiceProcess service) throws IOException, InterruptedException {
        service.command("JFR.configure", "stackdepth=" + DEPTH);
        service.command("JFR.start", "name=" + NAME, "settings=profile");
        return new FlightRecording(service);
    }

    /** Which of the calls of a stack is asked first. */
    enum From {
        /** What began it: what it is done for. */
        OUTERMOST,
        /** What it is at: who does it. */
        INNERMOST
    }

    /**
     * Ends it.
     *
     * @param from which of the classes that tell of a task counts
     * @param tasks of what classes are a part, by the beginning of their name; the first that fits counts
     * @param other what a stack is that no class tells of
     * @return the share of samples of each task, of 1
     */
    Map<String, Double> shares(From from, Map<String, String> tasks, String other)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("microblog-", ".jfr");
        try {
            service.command("JFR.stop", "name=" + NAME, "filename=" + file);
            Map<String, Integer> samples = new TreeMap<>();
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    RecordedEvent event = recording.readEvent();
                    if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                        samples.merge(task(event.getStackTrace(), from, tasks, other), 1, Integer::sum);
                    }
                }
            }
            double all = samples.values().stream().mapToInt(Integer::intValue).sum();
            Map<String, Double> shares = new TreeMap<>();
            samples.forEach((name, count) -> shares.put(name, count / all));
            return shares;
        } finally {
            Files.delete(file);
        }
    }

    private static String task(@Nullable RecordedStackTrace stack, From from, Map<String, String> tasks, String other) {
        if (stack != null) {
            List<RecordedFrame> frames = stack.getFrames();
            for (RecordedFrame frame : from == From.INNERMOST ? frames : frames.reversed()) {
                Optional<String> found =
                        frame.isJavaFrame() ? task(frame.getMethod().getType().getName(), tasks) : Optional.empty();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return other;
    }

    private static Optional<String> task(String type, Map<String, String> tasks) {
        return tasks.entrySet().stream()
                .filter(task -> type.startsWith(task.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
