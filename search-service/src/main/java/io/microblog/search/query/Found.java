package io.microblog.search.query;

import java.util.List;

/** What a search found, before its owners are asked what this reader may see of it. */
record Found(List<Long> accounts, List<Long> statuses, List<TagResponse> hashtags) {

    static Found account(List<Long> ids) {
        return new Found(ids, List.of(), List.of());
    }

    static Found status(long id) {
        return new Found(List.of(), List.of(id), List.of());
    }

    static Found nothing() {
        return new Found(List.of(), List.of(), List.of());
    }
}
