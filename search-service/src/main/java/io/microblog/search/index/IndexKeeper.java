package io.microblog.search.index;

import java.io.IOException;
import java.time.Duration;

import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.search.document.DocumentKind;
import org.springframework.stereotype.Component;

/** Creates the indices when Elasticsearch is there, and again should they be lost or their definition be an old one. */
@Component
class IndexKeeper extends BackgroundLoop {

    private final Rebuild rebuild;
    private final Duration interval;

    IndexKeeper(Rebuild rebuild, IndexingProperties properties) {
        super("index-keeper", properties.longestPause());
        this.rebuild = rebuild;
        this.interval = properties.checkInterval();
    }

    @Override
    protected Duration round() throws IOException {
        for (DocumentKind kind : DocumentKind.values()) {
            rebuild.ensure(kind);
        }
        return interval;
    }
}
