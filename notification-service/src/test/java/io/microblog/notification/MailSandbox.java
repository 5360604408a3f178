package io.microblog.notification;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.microblog.local.sandbox.postmark.PostmarkSandbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Postmark's stand-in, one a JVM. */
@TestConfiguration(proxyBeanMethods = false)
public class MailSandbox {

    private static final PostmarkSandbox SANDBOX = start();

    /** The sandbox itself. */
    public static PostmarkSandbox get() {
        return SANDBOX;
    }

    @Bean
    DynamicPropertyRegistrar postmark() {
        return properties -> {
            properties.add("microblog.mail.postmark.url", SANDBOX::url);
            properties.add("microblog.mail.postmark.token", () -> "test-token");
        };
    }

    private static PostmarkSandbox start() {
        try {
            return PostmarkSandbox.start(0, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
