package io.microblog.bench.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Administrator;
import io.microblog.bench.data.Recipients;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.WarmUp;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.microblog.bench.benchmark.Verdict.number;

/**
 * An announcement to many by mail: how long from its publishing until Postmark's sandbox has every mail, against sending
 * the same batches ready-made; in how many calls; and whether the service's memory grows with the number of people.
 */
public final class AnnouncementMail implements Benchmark {

    private static final double TARGET = 1.25;

    /** What a heap may differ by from one look to the next. */
    private static final double GROWTH = 1.10;

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHORT_INTERVAL = Duration.ofMillis(100);
    private static final String ANNOUNCEMENTS = "/api/v1/admin/announcements";

    private static final String TEXT = """
            On Sunday we **move to a larger machine**. From eight to nine in the morning nobody can write, and pictures may
            take longer to appear until noon. Nothing is lost, and nobody has to sign in anew.

            - What is scheduled for that hour is published at its end.
            - Our [notes on the move](https://bench.example/move) tell more.
            """;

    @Override
    public String name() {
        return "announcement";
    }

    @Override
    public String description() {
        return "P11: an announcement mailed to --recipients, against its batches alone; calls; memory";
    }

    /** What the service holds half way of a mailing, while nothing is on its way, in KiB. */
    private record Memory(long live, long resident) {}

    /** What came of one mailing. */
    private record Mailed(int mails, long calls, double seconds) {

        double ratioTo(double alone) {
            return seconds / alone;
        }
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        int many = bed.recipients();
        int few = Math.max(1, many / 10);
        PreparedBatches batches = new PreparedBatches(platform);
        try (Administrator administrator = new Administrator(platform.connect("user_service"));
                Recipients recipients = new Recipients(platform.connectAsSuperuser("user_service"));
                Connection mails = platform.connect("notification_service");
                HttpConnection gateway = new HttpConnection(platform.gateway())) {
            Mailing mailing = new Mailing(gateway, platform, mails, administrator.token());
            recipients.grow(few);
            bed.progress().accept("Warming up: %,d mails on each side, until that is hardly faster".formatted(few));
            WarmUp.run(() -> few / mailing.run(few, recipients).seconds());
            batches.send(few);
            bed.progress().accept("Measuring: %,d mails on each side".formatted(few));
            Mailed less = mailing.run(few, recipients);
            double lessAlone = batches.send(few);
            Memory lessMemory = mailing.halfWay(few, recipients);
            recipients.grow(many);
            bed.progress().accept("Measuring: %,d mails on each side".formatted(many));
            Mailed more = mailing.run(many, recipients);
            double moreAlone = batches.send(many);
            Memory moreMemory = mailing.halfWay(many, recipients);
            try (HttpConnection sandbox = new HttpConnection(platform.mailSandbox())) {
                sandbox.expect(200, HttpCall.json("DELETE", "/sandbox/messages", ""));
            }
            write(report, less, lessAlone, more, moreAlone);
            write(report, lessMemory, moreMemory);
        }
    }

    private static void write(Report report, Mailed less, double lessAlone, Mailed more, double moreAlone) {
        int fewest = PreparedBatches.callsFor(more.mails());
        report.heading("P11 Announcement by mail");
        report.paragraph(
                "From the request that publishes it until the sandbox has every mail; against the same batches,"
                        + " ready-made, one call after the other.");
        report.table(new Table("", "N/10", "N", "target", "")
                .row("mails", grouped(less.mails()), grouped(more.mails()), "", "")
                .row(
                        "calls",
                        grouped(less.calls()),
                        grouped(more.calls()),
                        "exactly " + grouped(fewest),
                        more.calls() == fewest ? "met" : "missed")
                .row("mailing, s", number(less.seconds()), number(more.seconds()), "", "")
                .row("batches alone, s", number(lessAlone), number(moreAlone), "", "")
                .row(
                        "ratio",
                        number(less.ratioTo(lessAlone)),
                        number(more.ratioTo(moreAlone)),
                        "at most 1.25",
                        Verdict.atMost(more.ratioTo(moreAlone), TARGET)));
    }

    private static void write(Report report, Memory less, Memory more) {
        double growth = (double) more.live() / less.live();
        report.paragraph("Paused when half of the mails were sent and none was on its way:");
        report.table(new Table("KiB", "N/10", "N", "target", "")
                .row(
                        "alive on the heap",
                        grouped(less.live()),
                        grouped(more.live()),
                        "at most 1.10 of N/10",
                        Verdict.atMost(growth, GROWTH))
                .row("resident", grouped(less.resident()), grouped(more.resident()), "", ""));
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Announces, and watches what the service makes of it. */
    private record Mailing(HttpConnection gateway, Platform platform, Connection mails, String token) {

        Mailed run(int expected, Recipients recipients) throws IOException, InterruptedException, SQLException {
            long before = calls();
            String path = publish(recipients);
            finish(path, expected);
            Mailed mailed = new Mailed(expected, calls() - before, seconds(id(path)));
            forget(path);
            return mailed;
        }

        /** What the service holds in the middle of a mailing; the rest of it is sent, too. */
        Memory halfWay(int expected, Recipients recipients) throws IOException, InterruptedException, SQLException {
            ServiceProcess service = ServiceProcess.of("notification-service");
            String path = publish(recipients);
            await(path, () -> progress(path).path("sent").asLong() * 2 >= expected, SHORT_INTERVAL);
            post(path + "/mail/pause", "{}");
            await(path, () -> onTheirWay(id(path)) == 0, SHORT_INTERVAL);
            Memory memory = new Memory(service.liveKib(), service.residentKib());
            post(path + "/mail/resume", "{}");
            finish(path, expected);
            forget(path);
            return memory;
        }

        private String publish(Recipients recipients) throws IOException {
            String path = ANNOUNCEMENTS + "/"
                    + post(ANNOUNCEMENTS, draft(recipients)).path("id").asString();
            post(path + "/publish", "{}");
            return path;
        }

        private void finish(String path, int expected) throws IOException, InterruptedException, SQLException {
            await(path, () -> isDone(progress(path)), INTERVAL);
            JsonNode progress = progress(path);
            if (progress.path("sent").asLong() != expected) {
                throw new IllegalStateException("Of %d mails not all were sent: %s".formatted(expected, progress));
            }
        }

        /** Something that is to come about in a mailing. */
        private interface Condition {

            boolean holds() throws IOException, SQLException;
        }

        private static void await(String path, Condition condition, Duration interval)
                throws IOException, InterruptedException, SQLException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(path + " has not come so far in " + PATIENCE);
                }
                Thread.sleep(interval);
            }
        }

        private static long id(String path) {
            return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        }

        private static boolean isDone(JsonNode progress) {
            return progress.path("state").asString().equals("done");
        }

        private static String draft(Recipients recipients) {
            return JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "texts",
                            List.of(Map.of("language", "en", "text", TEXT)),
                            "target",
                            Map.of(
                                    "registered_after",
                                    Recipients.since().toString(),
                                    "registered_before",
                                    recipients.until().toString()),
                            "mail",
                            true));
        }

        private JsonNode progress(String path) throws IOException {
            return answer(HttpCall.get(path + "/mail", token));
        }

        private JsonNode post(String path, String json) throws IOException {
            return answer(HttpCall.postJson(path, token, json));
        }

        private JsonNode answer(HttpCall call) throws IOException {
            var answer = gateway.send(call);
            if (answer.status() != 200) {
                throw new IOException(call + " was answered " + answer.status() + ": " + answer.body());
            }
            return answer.json();
        }

        /** By a connection of its own: one that rests during a mailing is closed. */
        private long calls() throws IOException {
            try (HttpConnection sandbox = new HttpConnection(platform.mailSandbox())) {
                return sandbox.send(HttpCall.get("/sandbox/calls", null))
                        .json()
                        .path("calls")
                        .asLong();
            }
        }

        /** From the publishing until the last mail was noted as sent. */
        private double seconds(long announcement) throws SQLException {
            try (PreparedStatement question = mails.prepareStatement("""
                    SELECT extract(epoch FROM max(d.updated_at) - min(m.started_at))
                    FROM mailing m JOIN delivery d USING (announcement_id) WHERE m.announcement_id = ?
                    """)) {
                question.setLong(1, announcement);
                try (ResultSet found = question.executeQuery()) {
                    found.next();
                    return found.getDouble(1);
                }
            }
        }

        private long onTheirWay(long announcement) throws SQLException {
            try (PreparedStatement question = mails.prepareStatement(
                    "SELECT count(*) FROM owed_mail WHERE announcement_id = ? AND state <> 'WAITING'")) {
                question.setLong(1, announcement);
                try (ResultSet found = question.executeQuery()) {
                    found.next();
                    return found.getLong(1);
                }
            }
        }

        private void forget(String path) throws IOException, SQLException {
            gateway.expect(200, HttpCall.json("DELETE", path, Map.of("Authorization", "Bearer " + token), ""));
            try (PreparedStatement mailing = mails.prepareStatement("DELETE FROM delivery WHERE announcement_id = ?")) {
                mailing.setLong(1, id(path));
                mailing.executeUpdate();
            }
        }
    }
}
