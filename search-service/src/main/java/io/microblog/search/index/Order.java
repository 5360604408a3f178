package io.microblog.search.index;

/** What an operator wants done with the indices. */
enum Order {
    /** Build them anew from the rows. */
    REBUILD,
    /** Let those serve again that were replaced last. */
    ROLL_BACK
}
