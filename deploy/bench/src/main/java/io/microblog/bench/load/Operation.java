package io.microblog.bench.load;

import java.io.IOException;
import java.sql.SQLException;

/** What is done over and over, by one thread on a connection of its own. */
public interface Operation extends AutoCloseable {

    void run() throws Exception;

    @Override
    default void close() throws IOException, SQLException {}

    /** Makes the operation of each thread, which are numbered from 0. */
    interface Factory {
        Operation open(int thread) throws Exception;

        /** What each run needs anew, made before its time counts. */
        default void prepare() throws Exception {}
    }
}
