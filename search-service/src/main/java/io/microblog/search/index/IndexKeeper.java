package io.microblog.search.index;

import java.io.IOException;

import io.microblog.search.document.DocumentKind;
import org.springframework.stereotype.Component;

/** Creates the indices when Elasticsearch is there, and again should they be lost or their definition be an old one. */
@Component
class IndexKeeper extends Loop {

    private final Rebuild rebuild;

    IndexKeeper(Rebuild rebuild, IndexingProperties properties) {
        super("index-keeper", properties.checkInterval(), properties.longestPause());
        this.rebuild = rebuild;
    }

    @Override
    boolean step() throws IOException {
        for (DocumentKind kind : DocumentKind.values()) {
            rebuild.ensure(kind);
        }
        return false;
    }
}
