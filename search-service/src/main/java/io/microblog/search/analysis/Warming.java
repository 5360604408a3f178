package io.microblog.search.analysis;

import java.util.List;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads tables, dictionaries and stemmers when the service has started, so that nobody's first search waits for them. */
@Component
class Warming {

    private static final String SOME_OF_EACH = "word слово λέξη كلمة शब्द 词語 ことば 단어 คำ";

    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        Thread.ofPlatform().daemon().name("analysis-warming").start(() -> {
            Analysed.of(SOME_OF_EACH, "en");
            QueryPart.of(SOME_OF_EACH, List.of());
        });
    }
}
