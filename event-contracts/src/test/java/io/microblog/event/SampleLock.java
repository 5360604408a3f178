package io.microblog.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hashes of all frozen samples, in the format of {@code sha256sum}.
 *
 * @param hashes by path below the samples' directory
 */
record SampleLock(Map<String, String> hashes) {

    static final String HOW_TO_CHANGE = """
            A frozen sample is an event that lies in Kafka and that others read; it never changes and never goes.
            - An incompatible change (a field removed, renamed, of another type, newly required) is a new topic version:
              a new sealed interface with its own topic name, beside the old one until nobody reads that any more.
            - A compatible change is a new @Nullable field: add it to the record and to the schema (not to "required"),
              add a new sample beside the old ones (<Type>-<what it shows>.json), and append its line to samples.lock:
              (cd event-contracts/src/test/resources/samples && sha256sum <topic>/<sample>.json >> samples.lock)""";

    /** Reads lines of hash, two spaces, path. */
    static SampleLock parse(String text) {
        var hashes = new TreeMap<String, String>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            hashes.put(parts[1], parts[0]);
        });
        return new SampleLock(hashes);
    }

    /** Samples that changed, are lost or are not locked yet, each with what to do. */
    List<String> violations(Map<String, byte[]> samples) {
        var violations = new ArrayList<String>();
        hashes.forEach((path, hash) -> {
            byte[] content = samples.get(path);
            if (content == null) {
                violations.add("The frozen sample " + path + " is lost.\n" + HOW_TO_CHANGE);
            } else if (!sha256(content).equals(hash)) {
                violations.add("The frozen sample " + path + " changed.\n" + HOW_TO_CHANGE);
            }
        });
        samples.forEach((path, content) -> {
            if (!hashes.containsKey(path)) {
                violations.add("The sample " + path + " is not frozen yet. Append to samples.lock:\n" + sha256(content)
                        + "  " + path);
            }
        });
        return violations;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
