package io.microblog.local.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does one step for many parts at once, each as soon as the parts that go before it are through. */
final class Steps {

    private Steps() {}

    /**
     * Returns when all is done that could be.
     *
     * @param before the names of the parts whose step must have succeeded first; names of others are ignored
     * @return why parts failed, a line or more each; parts that came after a failed one are left out
     */
    static List<String> run(List<Part> parts, Function<Part, Collection<String>> before, Consumer<Part> step) {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        Map<Part, CompletableFuture<Void>> done = new LinkedHashMap<>();
        parts.forEach(part -> done.put(part, new CompletableFuture<>()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            done.forEach((part, own) -> {
                Collection<String> names = before.apply(part);
                CompletableFuture<?>[] earlier = done.entrySet().stream()
                        .filter(other -> names.contains(other.getKey().name()))
                        .map(Map.Entry::getValue)
                        .toArray(CompletableFuture[]::new);
                threads.execute(() -> run(part, CompletableFuture.allOf(earlier), step, own, failures));
            });
        }
        return failures;
    }

    private static void run(
            Part part,
            CompletableFuture<Void> earlier,
            Consumer<Part> step,
            CompletableFuture<Void> own,
            List<String> failures) {
        try {
            earlier.join();
        } catch (CompletionException e) {
            own.completeExceptionally(e);
            return;
        }
        try {
            step.accept(part);
            own.complete(null);
        } catch (RuntimeException e) {
            failures.add(part.name() + ": " + Microblog.explain(e));
            own.completeExceptionally(e);
        }
    }
}
