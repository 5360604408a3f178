package io.microblog.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fills the running platform with people who write, follow and answer each other, all through the public API. What has been done
 * stays done: a run after an interruption goes on, and a run after a whole one adds nothing.
 */
public final class Demo {

    /** Told how the work comes along. */
    public interface Watcher {

        /** Of the things of that kind so many are done. */
        void done(String kind, int count, int of);
    }

    /**
     * How to sign in afterwards.
     *
     * @param email of one of the people; the others' are like it
     * @param added whether this run has added anything
     */
    public record Account(String email, String password, boolean added) {}

    /** As many people act at once. */
    private static final int AT_ONCE = 4;

    private final DemoApi api;
    private final Mailbox mailbox;
    private final DemoLedger ledger;
    private final Watcher watcher;
    private final Map<Person, Member> members = new ConcurrentHashMap<>();
    private boolean added;

    /**
     * @param platform the platform's address, as http://localhost:8080
     * @param sandbox the mail sandbox's
     * @param mailToken the server token with which the platform sends its mail
     * @param ledger the file in which the demo remembers what it has done
     */
    public Demo(String platform, String sandbox, String mailToken, Path ledger, Watcher watcher) {
        this.api = new DemoApi(platform);
        this.mailbox = new Mailbox(sandbox, mailToken);
        this.ledger = DemoLedger.open(ledger);
        this.watcher = watcher;
    }

    /**
     * Does what is left to do.
     *
     * @param wantedPassword of all accounts, where none has been chosen by an earlier run
     * @throws DemoException when the platform refuses or does not answer
     */
    public Account run(String wantedPassword) {
        if (!ledger.has("password")) {
            ledger.record("password", wantedPassword);
        }
        String password = ledger.find("password").orElse(wantedPassword);
        Script script = Script.load();
        SignUps signUps = new SignUps(api, mailbox, ledger, password);
        signUps.register();
        each("people", script.people(), signUps::join);
        script.people().forEach(person -> members.put(person, signUps.member(person)));
        each("profiles", List.copyOf(members.values()), signUps::introduce);

        Reactions reactions = new Reactions(api, ledger, members, new Sociability(script.people()));
        each("follows", script.people(), reactions::follow);
        Writer writer = new Writer(api, ledger, members);
        each("conversations", script.conversations(), conversation -> writeAll(writer, conversation));
        List<Remark> posts =
                script.conversations().stream().flatMap(List::stream).toList();
        each("reactions to posts", posts, post -> reactions.react(post, writer.id(post)));
        Member first = signUps.member(script.people().getFirst());
        return new Account(SignUps.address(first.username()), password, added);
    }

    /**
     * Lets its people use the platform as on any day, several at once; after {@link #run}.
     *
     * @return the number of their requests
     * @throws DemoException when the platform refuses or does not answer
     */
    public long live(Duration time) {
        var everyday = new Everyday(api, List.copyOf(members.values()));
        var requests = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        each("people at once", IntStream.range(0, AT_ONCE).boxed().toList(), seed -> {
            requests.addAndGet(everyday.live(new Random(seed), end));
            return false;
        });
        return requests.get();
    }

    /** A reply can only follow what it answers. */
    private static boolean writeAll(Writer writer, List<Remark> conversation) {
        boolean anything = false;
        for (Remark remark : conversation) {
            anything |= writer.write(remark);
        }
        return anything;
    }

    /** Several at once; the first failure is thrown when all that had begun have ended. */
    private <T> void each(String kind, List<T> things, Predicate<T> step) {
        AtomicInteger done = new AtomicInteger();
        watcher.done(kind, 0, things.size());
        List<Future<Boolean>> steps = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (T thing : things) {
                steps.add(threads.submit(() -> {
                    boolean anything = step.test(thing);
                    watcher.done(kind, done.incrementAndGet(), things.size());
                    return anything;
                }));
            }
            for (Future<Boolean> one : steps) {
                try {
                    added |= one.get();
                } catch (ExecutionException | InterruptedException e) {
                    threads.shutdownNow();
                    throw failure(e);
                }
            }
        }
    }

    private static DemoException failure(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return e.getCause() instanceof DemoException refusal ? refusal : new DemoException(String.valueOf(e), e);
    }
}
