package io.microblog.post.language;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenNLP's model of languages: 36 MB of heap, so it is loaded when it is first wanted, by a thread of its own. */
final class LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);

    /** In the jar of opennlp-models-langdetect. */
    private static final String RESOURCE = "/langdetect-183.bin";

    private final AtomicBoolean wanted = new AtomicBoolean();
    private final CompletableFuture<LikelyLanguages> languages = new CompletableFuture<>();

    /** What the model tells; null until it is loaded, which this begins. */
    @Nullable
    LikelyLanguages loaded() {
        if (wanted.compareAndSet(false, true)) {
            Thread.ofPlatform().name("language-model").daemon().start(this::load);
        }
        return languages.isCompletedExceptionally() ? null : languages.getNow(null);
    }

    private void load() {
        try (var model = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            if (model == null) {
                throw new IOException(RESOURCE + " is missing");
            }
            languages.complete(new LikelyLanguages(new LanguageDetectorModel(model)));
        } catch (IOException | RuntimeException failed) {
            LOG.error("Languages are told by their scripts only", failed);
            languages.completeExceptionally(failed);
        }
    }
}
