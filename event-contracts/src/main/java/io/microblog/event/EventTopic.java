package io.microblog.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the Kafka topic of a sealed event interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventTopic {

    /** The topic's name: owner, aggregate, version. A breaking change is a new version, hence a new topic. */
    String value();

    /** What the topic holds, which decides how long its records are kept. */
    Kind kind();

    /** The two kinds of topics. */
    enum Kind {
        /** The newest event of a key carries the aggregate's whole state; the topic is compacted. */
        STATE,
        /** Events are facts about a moment; they are deleted after 14 days. */
        FACT
    }
}
