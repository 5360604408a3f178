package io.microblog.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.microblog.internal.StackApi;
import io.microblog.internal.StackPart;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.stack.OwnDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what documents and their indices take up. */
@RestController
@InternalOnly("user-service")
class SearchStackController implements StackApi {

    private static final Logger LOG = LoggerFactory.getLogger(SearchStackController.class);

    private final IndexAdmin indices;
    private final JdbcClient jdbc;

    SearchStackController(IndexAdmin indices, JdbcClient jdbc) {
        this.indices = indices;
        this.jdbc = jdbc;
    }

    /** Of Elasticsearch nothing while it does not answer, and never its version: this service may use its indices alone. */
    @Override
    public List<StackPart> parts() {
        var parts = new ArrayList<StackPart>();
        parts.add(OwnDatabase.read(jdbc));
        try {
            parts.add(new StackPart("elasticsearch", indices.bytes(), null));
        } catch (IOException | ElasticsearchException e) {
            LOG.info("Elasticsearch does not say how large it is: {}", e.getMessage());
        }
        return parts;
    }
}
