package io.microblog.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The schemas and samples of this module, as they stand in the source tree. */
final class ContractFiles {

    private static final Path SCHEMAS = Path.of("src/main/resources/schema");
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    private ContractFiles() {}

    /** The contract of {@code type}, with an empty schema or no samples where there are none. */
    static Contract of(Class<?> type) {
        String name = EventTypes.topicOf(type) + "/" + EventTypes.nameOf(type);
        String schema = text(schemas().getOrDefault(name + ".json", "{}".getBytes(StandardCharsets.UTF_8)));
        Map<String, String> samples = samples().entrySet().stream()
                .filter(sample -> sample.getKey().equals(name + ".json")
                        || sample.getKey().startsWith(name + "-"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, sample -> text(sample.getValue()), (a, _) -> a, TreeMap::new));
        return new Contract(type, schema, samples);
    }

    static Map<String, byte[]> schemas() {
        return jsonBelow(SCHEMAS);
    }

    static Map<String, byte[]> samples() {
        return jsonBelow(SAMPLES);
    }

    static SampleLock lock() {
        return SampleLock.parse(text(read(SAMPLES.resolve("samples.lock"))));
    }

    private static Map<String, byte[]> jsonBelow(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString().replace('\\', '/'),
                            ContractFiles::read,
                            (a, _) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
