package io.microblog.bench.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.Flood;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** What somebody notices of clients that begin and do not end, and of a picture made to take long. */
public final class Floods implements Benchmark {

    private static final double SLOWER_TAIL = 2;
    private static final int ATTACKER = 150;

    /** Those whom nobody keeps out come again after so long. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Duration HUNG_UP_AFTER = Duration.ofMillis(2_500);
    private static final int PATIENCE_MILLIS = 60_000;

    private record Attack(String name, int clients, Flood.Client client) {}

    @Override
    public String name() {
        return "floods";
    }

    @Override
    public String description() {
        return "somebody's requests while others flood the gateway, against the same in peace";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        URI gateway = bed.platform().gateway();
        ClosedLoop.warmUp(1, bed.warmUp(), new Somebody(gateway, new LongAdder()));
        Table table = new Table("", "requests", "failed", "p50", "p99", "p99 / usual", "target", "");
        Figures usual = measure(bed, "in peace", new LongAdder());
        table.row("in peace", count(bed, usual), "0", millis(usual.p50()), millis(usual.p99()), "", "", "");
        for (Attack attack : attacks(gateway)) {
            LongAdder failed = new LongAdder();
            Figures found;
            try (Flood _ = new Flood(attack.clients(), attack.client())) {
                found = measure(bed, attack.name(), failed);
            }
            double ratio = found.p99() / usual.p99();
            table.row(
                    attack.name(),
                    count(bed, found),
                    Long.toString(failed.sum()),
                    millis(found.p50()),
                    millis(found.p99()),
                    number(ratio),
                    "none failed, at most 2",
                    failed.sum() == 0 ? Verdict.atMost(ratio, SLOWER_TAIL) : "missed");
        }
        report.heading("Floods");
        report.paragraph(
                "One person's requests in turns, over one connection: a home page, the own account, the page to"
                        + " sign in on. Everybody comes from the same address.");
        report.table(table);
    }

    /** Longer than elsewhere: the floods take a while to rise. */
    private static Figures measure(Bed bed, String name, LongAdder failed) throws Exception {
        bed.progress().accept("Measuring: " + name);
        return ClosedLoop.run(1, length(bed), new Somebody(bed.platform().gateway(), failed));
    }

    private static Duration length(Bed bed) {
        return bed.length().multipliedBy(bed.rounds());
    }

    private static String count(Bed bed, Figures figures) {
        return number(figures.perSecond() * length(bed).toSeconds());
    }

    private static List<Attack> attacks(URI gateway) {
        String photo = "Content-Type: image/jpeg\r\nContent-Length: 400000\r\n";
        byte[] anonymous = begun("POST /api/v2/media", photo, "photo");
        byte[] signedIn = begun("POST /api/v2/media", authorization() + photo, "photo");
        byte[] signIn = begun(
                "POST /auth/sign_in",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n",
                "email=a");
        byte[] progressive = ManyScans.upload(authorization());
        return List.of(
                new Attack("45 sign-ins hung up", 45, () -> {
                    try (Socket _ = send(gateway, signIn)) {
                        Thread.sleep(HUNG_UP_AFTER);
                    }
                }),
                new Attack("500 uploads half sent", 500, () -> sendAndWait(gateway, anonymous)),
                new Attack("500 uploads half sent, signed in", 500, () -> sendAndWait(gateway, signedIn)),
                new Attack("a JPEG of many scans", 1, () -> {
                    try (Socket socket = send(gateway, progressive)) {
                        socket.getInputStream().readAllBytes();
                    }
                }));
    }

    private static void sendAndWait(URI gateway, byte[] request) throws IOException, InterruptedException {
        try (Socket socket = send(gateway, request)) {
            socket.getInputStream().readAllBytes();
        } finally {
            Thread.sleep(AGAIN);
        }
    }

    private static Socket send(URI gateway, byte[] request) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request);
        return socket;
    }

    private static byte[] begun(String line, String headers, String body) {
        return (line + " HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n" + headers + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String authorization() {
        return "Authorization: Bearer " + SignedIn.token(ATTACKER) + "\r\n";
    }

    /** Asks all the services there are, and counts what is not answered as usual. */
    private record Somebody(URI gateway, LongAdder failed) implements Operation.Factory {

        private static final List<HttpCall> CALLS = List.of(
                HttpCall.get(Readers.HOME, SignedIn.token(0)),
                HttpCall.get("/api/v1/accounts/verify_credentials", SignedIn.token(0)),
                HttpCall.get("/auth/sign_in", null));

        @Override
        public Operation open(int thread) throws IOException {
            return new Operation() {
                private HttpConnection connection = new HttpConnection(gateway);
                private int next;

                @Override
                public void run() throws IOException {
                    try {
                        connection.expect(200, CALLS.get(next++ % CALLS.size()));
                    } catch (IOException e) {
                        failed.increment();
                        connection.close();
                        connection = new HttpConnection(gateway);
                    }
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        }
    }
}
