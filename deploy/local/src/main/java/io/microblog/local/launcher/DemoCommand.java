package io.microblog.local.launcher;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.local.demo.Demo;
import io.microblog.local.engine.MicroblogHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Fills the running platform with sixty people, what they write in eight languages, and whom they follow.",
            "All of it goes through the public API. Run it again after an interruption: it goes on where it was."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 9;

    @Option(names = "--password", description = "Of all its people, at least 8 characters; made up when left out.")
    private @Nullable String password;

    @Override
    public Integer call() {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        if (!Health.answers(Topology.SERVICES.getFirst().managementPort(), "/actuator/health/readiness")) {
            throw new LauncherException("The platform is not up: ./microblog up --detach starts it.");
        }
        Progress progress = Progress.onStandardOutput();
        Demo demo = new Demo(
                Topology.URL,
                "http://127.0.0.1:" + Topology.POSTMARK_PORT,
                Secrets.in(home.secrets()).get("POSTMARK_SERVER_TOKEN"),
                home.data().resolve("demo"),
                (kind, count, of) -> show(progress, kind, count, of));
        Demo.Account account = demo.run(password == null ? randomPassword() : password);
        progress.say(
                account.added() ? "The demo is there: " + Topology.URL : "The demo was there already: " + Topology.URL);
        progress.say("Sign in as " + account.email() + " with " + account.password()
                + " (the others' addresses are their user names at example.org, with the same password).");
        return 0;
    }

    /** A file gets a line for each tenth, a terminal each change. */
    private static void show(Progress progress, String kind, int count, int of) {
        if (count == of) {
            progress.done(kind, "%d of %d".formatted(count, of));
        } else if (progress.isTerminal() || count % Math.max(1, of / 10) == 0) {
            progress.busy(kind, "%d of %d".formatted(count, of));
        }
    }

    /** Some 55 bits, and easy to type: it guards a demo on one's own machine. */
    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, SYLLABLES)
                .mapToObj(syllable -> (syllable > 0 && syllable % 3 == 0 ? "-" : "")
                        + CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))
                        + VOWELS.charAt(random.nextInt(VOWELS.length())))
                .collect(Collectors.joining());
    }
}
