package io.microblog.kit.security;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Keys by the service that is called, or that calls. Each pair of caller and called has a key of its own, so that neither
 * can pass for the other anywhere else.
 */
final class ServiceKeys {

    static final String ALGORITHM = "HmacSHA256";

    private static final int MIN_BYTES = 32;

    private final String variable;
    private final Map<String, SecretKey> keys;

    private ServiceKeys(String variable, Map<String, SecretKey> keys) {
        this.variable = variable;
        this.keys = Collections.unmodifiableMap(keys);
    }

    /**
     * Reads them as the environment has them.
     *
     * @param variable where they stand, to name in complaints
     * @param list as {@code post-service=<base64>,user-service=<base64>}
     */
    static ServiceKeys parse(String variable, String list) {
        var keys = new TreeMap<String, SecretKey>();
        Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> {
                    int end = entry.indexOf('=');
                    Assert.isTrue(end > 0, () -> variable + " must list keys as name=key, separated by commas");
                    String name = entry.substring(0, end).strip();
                    keys.put(name, key(variable, name, entry.substring(end + 1).strip()));
                });
        return new ServiceKeys(variable, keys);
    }

    private static SecretKey key(String variable, String name, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        Assert.isTrue(
                bytes.length >= MIN_BYTES,
                () -> "The key of %s in %s must have at least %d bytes".formatted(name, variable, MIN_BYTES));
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The key that is shared with {@code service}; null for a stranger. */
    @Nullable
    SecretKey find(String service) {
        return keys.get(service);
    }

    /** @throws IllegalStateException when there is none */
    SecretKey require(String service) {
        SecretKey key = find(service);
        Assert.state(key != null, () -> variable + " names no key for " + service);
        return key;
    }
}
