package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.MicroblogHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceSettingsTests {

    @TempDir
    private Path folder;

    private Map<String, String> shell = Map.of();

    @Test
    void numbersTheIdsOfEachServiceAndCopyDifferently() {
        List<String> services = List.of("user-service", "post-service", "post-service-8092", "post-service-8093");

        assertThat(services.stream().map(service -> settings(service).get("MICROBLOG_NODE")))
                .doesNotHaveDuplicates()
                .allSatisfy(node -> assertThat(Integer.parseInt(node)).isBetween(0, 63));
    }

    @Test
    void tellsAServiceOnlyTheSecretsThatItUses() {
        assertThat(settings("notification-service")).containsKeys("POSTMARK_SERVER_TOKEN", "MICROBLOG_VAPID_KEY");
        assertThat(settings("user-service")).containsKey("MICROBLOG_SECRET").doesNotContainKey("MICROBLOG_VAPID_KEY");
        assertThat(settings("gateway"))
                .containsKeys("MICROBLOG_KEYS_TO", "MICROBLOG_KAFKA_PASSWORD")
                .doesNotContainKeys(
                        "MICROBLOG_KEYS_FROM",
                        "MICROBLOG_LINK_KEY",
                        "MICROBLOG_VAPID_KEY",
                        "SPRING_DATASOURCE_PASSWORD",
                        "POSTMARK_SERVER_TOKEN",
                        "TRANSLATOR_KEY",
                        "MICROBLOG_SECRET");
    }

    /** What one learns of another's key opens that one door alone. */
    @Test
    void givesEachTwoServicesAKeyOfTheirOwn() {
        String towards = keys("search-service", "MICROBLOG_KEYS_TO").get("user-service");

        assertThat(keys("user-service", "MICROBLOG_KEYS_FROM")).containsEntry("search-service", towards);
        assertThat(keys("search-service", "MICROBLOG_KEYS_TO").get("post-service"))
                .isNotEqualTo(towards);
        assertThat(keys("user-service", "MICROBLOG_KEYS_FROM").values()).doesNotHaveDuplicates();
        assertThat(keys("search-service", "MICROBLOG_KEYS_FROM"))
                .containsOnlyKeys("gateway", "launcher", "user-service");
    }

    private Map<String, String> keys(String service, String variable) {
        return Stream.of(String.valueOf(settings(service).get(variable)).split(","))
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
    }

    @Test
    void givesEachServiceAUserOfItsOwnAtKafka() {
        assertThat(List.of("gateway", "user-service", "post-service", "search-service").stream()
                        .map(service -> settings(service).get("MICROBLOG_KAFKA_PASSWORD")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    /** Links in mails that were sent when all services shared a key are signed with what was made of that. */
    @Test
    void keepsOldLinksInMailsAlive() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "MICROBLOG_SERVICE_KEY=of before");

        assertThat(settings("notification-service")).containsEntry("MICROBLOG_LINK_KEY", "of before");
    }

    @Test
    void givesEachServiceADatabasePasswordOfItsOwn() {
        assertThat(settings("post-service").get("SPRING_DATASOURCE_PASSWORD"))
                .isNotEqualTo(settings("user-service").get("SPRING_DATASOURCE_PASSWORD"));
        assertThat(settings("post-service")).containsEntry("SPRING_DATASOURCE_USERNAME", "post_service");
    }

    @Test
    void givesAFolderForImagesToEachServiceThatKeepsSomeAndToItsCopies() {
        assertThat(settings("post-service").get("MICROBLOG_MEDIA_DIR"))
                .startsWith(folder.toString())
                .isEqualTo(settings("post-service-8092").get("MICROBLOG_MEDIA_DIR"))
                .isNotEqualTo(settings("user-service").get("MICROBLOG_MEDIA_DIR"));
        assertThat(settings("gateway")).doesNotContainKey("MICROBLOG_MEDIA_DIR");
    }

    @Test
    void letsTheShellOverrideWhatConcernsAService() {
        shell = Map.of("MICROBLOG_BASE_URL", "https://example.org", "SERVER_PORT", "1");

        assertThat(settings("gateway"))
                .containsEntry("MICROBLOG_BASE_URL", "https://example.org")
                .containsEntry("SERVER_PORT", "8080");
    }

    /** Of the service of that name, or of the copy. */
    private Map<String, String> settings(String name) {
        MicroblogHome home = new MicroblogHome(folder);
        Service service = Topology.SERVICES.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .or(() -> Topology.copyNamed(name))
                .orElseThrow();
        return new ServiceSettings(home, Secrets.in(home.secrets()), shell).of(service);
    }
}
