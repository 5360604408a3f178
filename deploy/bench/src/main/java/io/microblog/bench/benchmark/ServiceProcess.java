package io.microblog.bench.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running service's process as the machine sees it. */
final class ServiceProcess {

    /** Of the heap or a generation; the metaspace has no total. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private static final long KIBI = 1024;

    private final ProcessHandle process;

    private ServiceProcess(ProcessHandle process) {
        this.process = process;
    }

    /** @throws IllegalStateException when it does not run */
    static ServiceProcess of(String service) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("-jar") && line.contains("/" + service + ".jar"))
                        .isPresent())
                .findFirst()
                .map(ServiceProcess::new)
                .orElseThrow(() -> new IllegalStateException(service + " does not run"));
    }

    /** What it takes of the machine's memory, in KiB. */
    long residentKib() throws IOException, InterruptedException {
        return Long.parseLong(answer("ps", "-o", "rss=", "-p", pid()).strip());
    }

    /** What is alive on its heap, in KiB: what can be reached at one moment, without what was made since. */
    long liveKib() throws IOException, InterruptedException {
        return bytesIn(command("GC.class_histogram")) / KIBI;
    }

    /** Has the JVM do something, as {@code jcmd} does, and returns what it says. */
    String command(String... command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return answer(Stream.concat(Stream.of(jcmd, pid()), Stream.of(command)).toArray(String[]::new));
    }

    /**
     * The bytes of all classes in a histogram of them, as {@code jcmd} tells it.
     *
     * @throws IllegalArgumentException when it is none
     */
    static long bytesIn(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalArgumentException("No histogram of classes: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** The processor time that it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    ProcessHandle handle() {
        return process;
    }

    private String pid() {
        return Long.toString(process.pid());
    }

    private static String answer(String... command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + text);
        }
        return text;
    }
}
