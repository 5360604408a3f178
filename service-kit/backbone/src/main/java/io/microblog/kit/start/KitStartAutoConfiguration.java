package io.microblog.kit.start;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Tells of a start without the AOT cache that was meant for it. */
@AutoConfiguration
@ConditionalOnClass(MeterBinder.class)
public final class KitStartAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KitStartAutoConfiguration.class);

    @Bean
    MeterBinder aotCacheMetric() {
        AotCache cache = AotCache.current();
        if (cache == AotCache.REFUSED) {
            LOG.warn("The JVM refused its AOT cache, so starting takes longer; -Xlog:aot says why");
        }
        return registry -> {
            if (cache != AotCache.NONE) {
                Gauge.builder("microblog.aot.cache", cache, it -> it == AotCache.USED ? 1 : 0)
                        .description("Whether the JVM uses the AOT cache that it was started with")
                        .register(registry);
            }
        };
    }
}
