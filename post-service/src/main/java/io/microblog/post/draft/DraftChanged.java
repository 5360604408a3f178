package io.microblog.post.draft;

import io.microblog.kit.problem.Conflict;

/** A change was made to a version of a draft that is no longer the present one. Its client is told what that says. */
class DraftChanged extends Conflict {

    private final transient DraftStatus present;

    DraftChanged(DraftStatus present) {
        super("The draft was changed elsewhere");
        this.present = present;
    }

    /** What the draft says now. */
    DraftStatus present() {
        return present;
    }
}
