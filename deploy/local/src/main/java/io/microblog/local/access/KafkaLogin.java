package io.microblog.local.access;

import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/** How clients prove to Kafka who they are. */
public final class KafkaLogin {

    /** May do everything. The broker knows it by its own configuration, so it is there before any other user is. */
    private static final String ADMINISTRATOR = "admin";

    private KafkaLogin() {}

    /** The settings of a client that administrates. */
    public static Map<String, Object> administrator(String password) {
        return login("PLAIN", "plain.PlainLoginModule", ADMINISTRATOR, password);
    }

    /** The settings of a client that is a service. */
    public static Map<String, Object> service(String service, String password) {
        return login("SCRAM-SHA-512", "scram.ScramLoginModule", service, password);
    }

    private static Map<String, Object> login(String mechanism, String module, String user, String password) {
        return Map.of(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                "SASL_PLAINTEXT",
                SaslConfigs.SASL_MECHANISM,
                mechanism,
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, user, password));
    }
}
