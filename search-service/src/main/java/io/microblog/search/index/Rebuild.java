package io.microblog.search.index;

import java.io.IOException;
import java.util.Set;

import io.microblog.search.document.DocumentKind;
import io.microblog.search.index.IndexTargets.Targets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds an index anew from the rows, while the old one serves and changes go to both, holds it against the rows, and
 * then puts it behind the alias in one step. A rebuild that died goes on where it was. The index that was replaced stays
 * and can be brought up to date and back by the same way.
 */
@Component
public class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final IndexTargets targets;
    private final IndexAdmin admin;
    private final IndexCopy copy;
    private final IndexCheck check;
    private final RebuildLock lock;

    Rebuild(IndexTargets targets, IndexAdmin admin, IndexCopy copy, IndexCheck check, RebuildLock lock) {
        this.targets = targets;
        this.admin = admin;
        this.copy = copy;
        this.check = check;
        this.lock = lock;
    }

    /**
     * Replaces the index of this kind by a fresh one.
     *
     * @return false when another instance is at it
     * @throws IOException when Elasticsearch fails; what stands behind the alias then still serves
     */
    public boolean run(DocumentKind kind) throws IOException {
        return lock.tryRun(kind, () -> {
            settle(kind);
            build(kind, admin.create(kind));
        });
    }

    /** Sees to it that an index of today's definition serves and does what was ordered; nothing when all is well. */
    void ensure(DocumentKind kind) throws IOException {
        if (!isWell(kind)) {
            lock.tryRun(kind, () -> {
                settle(kind);
                mend(kind);
            });
        }
    }

    /** Whether what served before could serve again. */
    boolean canGoBack(DocumentKind kind) {
        String previous = targets.of(kind).previous();
        return previous != null && admin.isCurrent(kind, previous);
    }

    private boolean isWell(DocumentKind kind) throws IOException {
        Targets now = targets.of(kind);
        return now.live() != null
                && now.building() == null
                && now.ordered() == null
                && admin.isCurrent(kind, now.live())
                && admin.published(kind).equals(Set.of(now.live()));
    }

    private void settle(DocumentKind kind) throws IOException {
        String left = targets.of(kind).building();
        if (left == null) {
            return;
        }
        if (admin.published(kind).contains(left)) {
            finish(kind, left);
        } else if (isUsable(kind, left)) {
            LOG.info("Going on with {}", left);
            complete(kind, left);
        } else {
            giveUp(kind, left);
        }
    }

    private void mend(DocumentKind kind) throws IOException {
        Targets now = targets.of(kind);
        String previous = now.previous();
        if (now.ordered() == Order.ROLL_BACK && previous != null && isUsable(kind, previous)) {
            build(kind, previous);
        } else if (now.ordered() == Order.ROLL_BACK) {
            targets.dropOrder(kind);
        } else if (!isWell(kind)) {
            sayWhy(kind, now);
            build(kind, admin.create(kind));
        }
    }

    private void sayWhy(DocumentKind kind, Targets now) {
        if (now.live() == null) {
            LOG.info("There is no index of {} yet", kind.alias());
        } else if (!admin.isCurrent(kind, now.live())) {
            LOG.warn("The mapping of {} or the analysis of texts has changed: all rows are indexed anew", kind.alias());
        } else if (now.ordered() == null) {
            LOG.warn("{} is lost or not what serves {}: all rows are indexed anew", now.live(), kind.alias());
        }
    }

    private boolean isUsable(DocumentKind kind, @Nullable String index) throws IOException {
        return index != null && admin.isCurrent(kind, index) && admin.exists(index);
    }

    /** The index exists before the indexer hears of it, and the indexer writes to it before the scan begins. */
    private void build(DocumentKind kind, String index) throws IOException {
        LOG.info("Building {} in place of {}", index, targets.of(kind).live());
        targets.startBuilding(kind, index);
        complete(kind, index);
    }

    private void complete(DocumentKind kind, String index) throws IOException {
        copy.run(kind, index);
        if (!check.isRight(kind, index, targets.progress(kind).refused())) {
            giveUp(kind, index);
            throw new IOException(index + " does not hold what the rows say and was thrown away");
        }
        admin.publish(kind, index);
        finish(kind, index);
        LOG.info(
                "{} serves {} with {} rows",
                index,
                kind.alias(),
                targets.progress(kind).copied());
    }

    private void giveUp(DocumentKind kind, String index) throws IOException {
        targets.stopBuilding(kind);
        admin.delete(index);
    }

    private void finish(DocumentKind kind, String index) throws IOException {
        targets.goLive(kind, index);
        String previous = targets.of(kind).previous();
        admin.deleteOthers(kind, previous == null ? Set.of(index) : Set.of(index, previous));
    }
}
