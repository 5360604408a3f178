package io.microblog.kit.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks real JVMs, as the way by which they tell is their own. */
class AotCacheTests {

    @TempDir
    private Path folder;

    /** What the started JVM runs. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            System.out.println(AotCache.current());
        }
    }

    @Test
    void tellsWhetherTheCacheServes() throws Exception {
        java("-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + cache());

        assertThat(java("-XX:+UseSerialGC")).isEqualTo("NONE");
        assertThat(java("-XX:+UseSerialGC", "-XX:AOTCache=" + cache())).isEqualTo("USED");
    }

    @Test
    void tellsOfOneThatIsRefused() throws Exception {
        java("-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + cache());

        assertThat(java("-XX:+UseSerialGC", "-XX:-UseCompressedOops", "-XX:AOTCache=" + cache()))
                .isEqualTo("REFUSED");
    }

    @Test
    void tellsOfOneThatIsMissing() throws Exception {
        assertThat(java("-XX:AOTCache=" + cache())).isEqualTo("REFUSED");
    }

    private Path cache() {
        return folder.resolve("main.aot");
    }

    /** The last line that it writes. */
    private String java(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:disable", "-Xmx64m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", jar(), Main.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.matches("[A-Z]+")).findFirst().orElse(output);
    }

    /** AOT caches are for jars alone. */
    private String jar() throws IOException {
        Path jar = folder.resolve("main.jar");
        if (Files.exists(jar)) {
            return jar.toString();
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(AotCache.class, Main.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var in = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(in).transferTo(out);
                }
            }
        }
        return jar.toString();
    }
}
