package io.microblog.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Import this for real PostgreSQL, Kafka and Elasticsearch: containers where a Docker engine answers, else the engines
 * of the local platform. Each application context gets an empty database; Kafka and Elasticsearch are shared by the
 * contexts of one JVM, so tests use ids of their own.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ContainerEngines.class, EmbeddedEngines.class, TestIdentity.class})
public class Engines {}
