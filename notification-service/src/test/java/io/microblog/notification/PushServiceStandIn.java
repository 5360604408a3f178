package io.microblog.notification;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.microblog.local.sandbox.push.PushSandbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The push services of browsers, one a JVM. */
@TestConfiguration(proxyBeanMethods = false)
public class PushServiceStandIn {

    private static final PushSandbox SANDBOX = start();

    /** The sandbox itself. */
    public static PushSandbox get() {
        return SANDBOX;
    }

    @Bean
    DynamicPropertyRegistrar pushServices() {
        return properties -> properties.add("microblog.push.sandbox", SANDBOX::url);
    }

    private static PushSandbox start() {
        try {
            return PushSandbox.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
