package io.microblog.bench.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.microblog.bench.Platform;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpAnswer;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import org.springframework.security.crypto.bcrypt.BCrypt;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** Signing in with a password, as a browser does, against the password's hash alone. */
public final class SignIn implements Benchmark {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public String description() {
        return "sign-ins by page, against bcrypt alone";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        String hash = BCrypt.hashpw(SignedIn.digested(), BCrypt.gensalt());
        List<Figures> found = ClosedLoop.compare(
                bed.connections(),
                bed.rounds(),
                bed.length(),
                bed.warmUp(),
                List.of(signIn(bed.platform()), _ -> () -> BCrypt.checkpw(SignedIn.digested(), hash)));

        report.heading("Sign-in");
        report.paragraph(
                ("%d connections to user-service: the page, then the form, each time as a new browser; against as many"
                                + " threads that compare a password with its hash.")
                        .formatted(bed.connections()));
        report.table(new Table("", "sign-in", "hash alone", "ratio")
                .row(
                        "sign-ins/s",
                        number(found.get(0).perSecond()),
                        number(found.get(1).perSecond()),
                        number(found.get(0).perSecond() / found.get(1).perSecond()))
                .row("p50", millis(found.get(0).p50()), millis(found.get(1).p50()), "")
                .row("p99", millis(found.get(0).p99()), millis(found.get(1).p99()), ""));
    }

    private static Operation.Factory signIn(Platform platform) {
        return thread -> {
            HttpConnection connection = new HttpConnection(platform.userService());
            return new Operation() {
                private int next = thread * 7;

                @Override
                public void run() throws IOException {
                    SignIn.signIn(connection, SignedIn.email(next++ % SignedIn.PEOPLE));
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        };
    }

    private static void signIn(HttpConnection connection, String email) throws IOException {
        HttpAnswer page = connection.send(HttpCall.get("/auth/sign_in", null));
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IOException("The page to sign in on was answered " + page.status() + " without a form");
        }
        String form = "email=%s&password=%s&_csrf=%s"
                .formatted(encoded(email), encoded(SignedIn.PASSWORD), encoded(csrf.group(1)));
        HttpAnswer answer = connection.send(HttpCall.postForm(
                "/auth/sign_in", Map.of("Cookie", cookies(page), "Origin", "http://localhost:8080"), form));
        if (answer.status() != 303 || answer.headers("Location").contains("error")) {
            throw new IOException("Signing in was answered " + answer.status() + " " + answer.headers("Location"));
        }
    }

    private static String cookies(HttpAnswer answer) {
        return answer.headers("Set-Cookie")
                .lines()
                .map(line -> line.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
