package io.microblog.local.elasticsearch;

import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;

/** Builds one analysis component from its settings in an index. */
interface Component<T> {

    T build(Settings settings, Environment environment, IndexSettings index);
}
