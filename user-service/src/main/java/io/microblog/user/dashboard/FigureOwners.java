package io.microblog.user.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.Figure;
import io.microblog.internal.FigureApi;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.internal.StackApi;
import io.microblog.internal.StackPart;
import io.microblog.kit.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** Asks the other services, side by side. Of one that does not answer in time there is nothing. */
@Component
class FigureOwners {

    private static final Logger LOG = LoggerFactory.getLogger(FigureOwners.class);

    private static final long SECONDS = 4;

    private static final String POSTS = "post-service";
    private static final String MAILS = "notification-service";

    private final FigureApi posts;
    private final FigureApi mails;
    private final Map<String, StackApi> stacks;
    private final Executor executor;

    FigureOwners(HttpServiceProxyRegistry services, @Qualifier("applicationTaskExecutor") Executor executor) {
        this.posts = services.getClient(POSTS, FigureApi.class);
        this.mails = services.getClient(MAILS, FigureApi.class);
        this.stacks = Stream.of(POSTS, "search-service", MAILS, "translation-service")
                .collect(Collectors.toMap(Function.identity(), name -> services.getClient(name, StackApi.class)));
        this.executor = executor;
    }

    CompletableFuture<Optional<DailyFigures>> daily(FigureQuestion question) {
        return ask(() -> ownerOf(question.figure()).daily(question));
    }

    CompletableFuture<Optional<List<RankedFigure>>> ranked(FigureQuestion question, int limit) {
        return ask(() -> ownerOf(question.figure()).ranked(question, limit));
    }

    /** By service, what it stores things with. */
    Map<String, CompletableFuture<Optional<List<StackPart>>>> stacks() {
        return stacks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> ask(() -> entry.getValue().parts())));
    }

    private FigureApi ownerOf(Figure figure) {
        return switch (figure) {
            case POSTS, INTERACTIONS, TAG_ACCOUNTS, TAG_USES, LANGUAGES, TAG_LANGUAGES -> posts;
            case MAILS_SENT, MAILS_FAILED -> mails;
        };
    }

    private <T> CompletableFuture<Optional<T>> ask(Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> answer(call), executor)
                .completeOnTimeout(Optional.empty(), SECONDS, TimeUnit.SECONDS);
    }

    private static <T> Optional<T> answer(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RestClientException | Problem e) {
            LOG.info("A service does not say its figures: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
