package io.microblog.search.index;

import java.util.List;
import java.util.stream.Stream;

import io.microblog.kit.problem.Conflict;
import io.microblog.kit.security.InternalOnly;
import io.microblog.search.document.DocumentKind;
import io.microblog.search.document.DocumentRows;
import io.microblog.search.document.DocumentRows.Tally;
import io.microblog.search.index.IndexTargets.Targets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What {@code ./microblog reindex} asks for. An order stands in the database: whichever instance lives carries it out. */
@RestController
@RequestMapping("/internal/admin/indices")
@InternalOnly("launcher")
class IndexController {

    private final IndexTargets targets;
    private final DocumentRows rows;
    private final Rebuild rebuild;
    private final IndexKeeper keeper;

    IndexController(IndexTargets targets, DocumentRows rows, Rebuild rebuild, IndexKeeper keeper) {
        this.targets = targets;
        this.rows = rows;
        this.rebuild = rebuild;
        this.keeper = keeper;
    }

    @GetMapping
    List<IndexState> list() {
        return Stream.of(DocumentKind.values()).map(this::state).toList();
    }

    /** Has all indices built anew. */
    @PostMapping("/reindex")
    List<IndexState> reindex() {
        return order(Order.REBUILD);
    }

    /** Has the indices serve again that were replaced last. */
    @PostMapping("/roll-back")
    List<IndexState> rollBack() {
        if (!Stream.of(DocumentKind.values()).allMatch(rebuild::canGoBack)) {
            throw new Conflict("There is no earlier index of today's definition");
        }
        return order(Order.ROLL_BACK);
    }

    private List<IndexState> order(Order order) {
        if (!targets.order(order)) {
            throw new Conflict("An index is being built already");
        }
        List<IndexState> ordered = list();
        keeper.wake();
        return ordered;
    }

    private IndexState state(DocumentKind kind) {
        Targets now = targets.of(kind);
        Tally tally = rows.tally(kind);
        return new IndexState(
                kind.alias(),
                now.live(),
                now.building(),
                now.previous(),
                now.ordered(),
                targets.progress(kind).copied(),
                tally.rows(),
                tally.dirty());
    }
}
