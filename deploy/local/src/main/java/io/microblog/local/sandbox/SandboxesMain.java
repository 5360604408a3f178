package io.microblog.local.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

import io.microblog.local.sandbox.postmark.PostmarkSandbox;
import io.microblog.local.sandbox.push.PushSandbox;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import org.jspecify.annotations.Nullable;

/**
 * Runs the sandboxes until the process is told to stop. The environment sets {@code SANDBOX_ADDRESS},
 * {@code POSTMARK_SANDBOX_PORT}, {@code TRANSLATOR_SANDBOX_PORT}, {@code PUSH_SANDBOX_PORT}, {@code MICROBLOG_SANDBOX_DIR}
 * (where the mail is kept; without it, until the end), {@code POSTMARK_SERVER_TOKEN} and {@code TRANSLATOR_KEY} (without
 * them, any will do).
 */
public final class SandboxesMain {

    /** All as one. */
    record Sandboxes(PostmarkSandbox postmark, TranslatorSandbox translator, PushSandbox push)
            implements AutoCloseable {

        @Override
        public void close() {
            postmark.close();
            translator.close();
            push.close();
        }
    }

    private SandboxesMain() {}

    public static void main(String[] arguments) {
        try {
            var sandboxes = start(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(sandboxes::close));
            System.out.println("Mail sandbox on " + sandboxes.postmark().url());
            System.out.println(
                    "Translation sandbox on " + sandboxes.translator().url());
            System.out.println("Push sandbox on " + sandboxes.push().url());
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Starts all or none. */
    static Sandboxes start(Map<String, String> environment) throws IOException {
        var mailAddress = address(environment, "POSTMARK_SANDBOX_PORT", 8025);
        var translationAddress = address(environment, "TRANSLATOR_SANDBOX_PORT", 8026);
        var pushAddress = address(environment, "PUSH_SANDBOX_PORT", 8027);
        var directory = value(environment, "MICROBLOG_SANDBOX_DIR");
        var started = new ArrayList<Runnable>();
        try {
            var postmark = listening(
                    mailAddress,
                    () -> PostmarkSandbox.start(
                            mailAddress,
                            directory == null ? null : Path.of(directory),
                            value(environment, "POSTMARK_SERVER_TOKEN")));
            started.add(postmark::close);
            var translator = listening(
                    translationAddress,
                    () -> TranslatorSandbox.start(translationAddress, value(environment, "TRANSLATOR_KEY")));
            started.add(translator::close);
            var push = listening(pushAddress, () -> PushSandbox.start(pushAddress));
            return new Sandboxes(postmark, translator, push);
        } catch (IOException e) {
            started.forEach(Runnable::run);
            throw e;
        }
    }

    private interface Start<T> {
        T run() throws IOException;
    }

    private static <T> T listening(InetSocketAddress address, Start<T> start) throws IOException {
        try {
            return start.run();
        } catch (BindException e) {
            throw new IOException("Port " + address.getPort() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static InetSocketAddress address(Map<String, String> environment, String variable, int standard) {
        var port = value(environment, variable);
        if (port != null && !port.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(variable + " is not a port: " + port);
        }
        var host = value(environment, "SANDBOX_ADDRESS");
        return new InetSocketAddress(
                host == null ? "127.0.0.1" : host, port == null ? standard : Integer.parseInt(port));
    }

    private static @Nullable String value(Map<String, String> environment, String variable) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? null : value;
    }
}
