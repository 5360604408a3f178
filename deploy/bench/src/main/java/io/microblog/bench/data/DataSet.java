package io.microblog.bench.data;

/**
 * Which data a database is filled with.
 *
 * @param seed of what is drawn; of the judged collection, a hash of all that is in it
 * @param scale of a {@link World}; {@link #COLLECTION} for the judged collection
 */
record DataSet(long seed, int scale) {

    static final int COLLECTION = 0;
}
