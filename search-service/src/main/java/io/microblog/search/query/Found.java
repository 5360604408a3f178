package io.microblog.search.query;

import java.util.List;

/**
 * What a search found, before its owners are asked what this reader may see of it.
 *
 * @param byName by its address and not by what it says
 * @param strictly how many posts match without forgiving, counted up to {@link SearchEngine#FEW}
 */
record Found(List<Long> accounts, List<Long> statuses, List<FoundTag> hashtags, boolean byName, long strictly) {

    static Found byWords(List<Long> accounts, List<Long> statuses, List<FoundTag> hashtags, long strictly) {
        return new Found(accounts, statuses, hashtags, false, strictly);
    }

    static Found account(List<Long> ids) {
        return new Found(ids, List.of(), List.of(), true, 1);
    }

    static Found status(long id) {
        return new Found(List.of(), List.of(id), List.of(), true, 1);
    }

    static Found nothing() {
        return new Found(List.of(), List.of(), List.of(), true, 1);
    }
}
