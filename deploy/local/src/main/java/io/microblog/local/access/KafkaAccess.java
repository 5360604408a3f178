package io.microblog.local.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Opens a Kafka to the services: a user for each, who may do what the service does and nothing else. */
public final class KafkaAccess {

    /** The least that the broker takes; the passwords are 32 random bytes, which nobody guesses. */
    private static final int ITERATIONS = 4096;

    private final Map<String, Object> settings;
    private final UnaryOperator<String> passwords;

    /**
     * @param servers as host:port
     * @param administrator the administrator's password
     * @param passwords gives each service's
     */
    public KafkaAccess(String servers, String administrator, UnaryOperator<String> passwords) {
        this.settings = new HashMap<>(KafkaLogin.administrator(administrator));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        this.passwords = passwords;
    }

    /**
     * May be done again at any time: what is as it should be stays, and a right that is needed no more is taken back.
     *
     * @throws KafkaException when Kafka refuses or does not answer
     */
    public void grant() {
        try (Admin admin = Admin.create(settings)) {
            List<UserScramCredentialAlteration> users =
                    TopicUse.ALL.stream().map(TopicUse::service).map(this::user).toList();
            admin.alterUserScramCredentials(users).all().get();
            replaceRights(admin);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private UserScramCredentialAlteration user(String service) {
        return new UserScramCredentialUpsertion(
                service, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), passwords.apply(service));
    }

    private static void replaceRights(Admin admin) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = TopicUse.ALL.stream().flatMap(TopicUse::rights).collect(Collectors.toSet());
        Set<String> services = TopicUse.ALL.stream().map(TopicUse::principal).collect(Collectors.toSet());
        Set<AclBinding> found = admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .filter(right -> services.contains(right.entry().principal()))
                .collect(Collectors.toSet());
        admin.createAcls(without(wanted, found)).all().get();
        admin.deleteAcls(without(found, wanted).stream()
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
    }

    private static Set<AclBinding> without(Set<AclBinding> rights, Collection<AclBinding> others) {
        Set<AclBinding> left = new HashSet<>(rights);
        left.removeAll(others);
        return left;
    }
}
