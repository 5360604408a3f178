package io.microblog.user.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.microblog.kit.media.ImageFormat;
import io.microblog.kit.media.ImageProperties;
import io.microblog.kit.text.PostText;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.instance.InstanceResponse.Accounts;
import io.microblog.user.instance.InstanceResponse.Configuration;
import io.microblog.user.instance.InstanceResponse.Contact;
import io.microblog.user.instance.InstanceResponse.Icon;
import io.microblog.user.instance.InstanceResponse.MediaAttachments;
import io.microblog.user.instance.InstanceResponse.Polls;
import io.microblog.user.instance.InstanceResponse.Registrations;
import io.microblog.user.instance.InstanceResponse.Stats;
import io.microblog.user.instance.InstanceResponse.Statuses;
import io.microblog.user.instance.InstanceResponse.Thumbnail;
import io.microblog.user.instance.InstanceResponse.Translation;
import io.microblog.user.instance.InstanceResponse.Urls;
import io.microblog.user.instance.InstanceResponse.Usage;
import io.microblog.user.instance.InstanceResponse.Users;
import io.microblog.user.instance.InstanceStatistics.Figures;
import io.microblog.user.push.PushKeys;
import io.microblog.user.rule.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Describes this server in the words of the API. */
@Service
class InstanceService {

    /** The API level that clients read from the beginning; what follows it is for people. */
    static final String VERSION = "4.3.0 (compatible; Microblog " + Software.VERSION + ")";

    static final String SOURCE = "https://github.com/microblog/microblog";

    private static final int API_VERSION = 2;
    private static final String THUMBNAIL = "/headers/original/missing.png";
    private static final String ICON = "/avatars/original/missing.png";

    private final InstanceProperties properties;
    private final InstanceStatistics statistics;
    private final io.microblog.user.signup.Registrations registrations;
    private final Rules rules;
    private final ImageProperties images;
    private final PushKeys pushKeys;
    private final BaseUrl base;

    InstanceService(
            InstanceProperties properties,
            InstanceStatistics statistics,
            io.microblog.user.signup.Registrations registrations,
            Rules rules,
            ImageProperties images,
            PushKeys pushKeys,
            BaseUrl base) {
        this.registrations = registrations;
        this.properties = properties;
        this.statistics = statistics;
        this.rules = rules;
        this.images = images;
        this.pushKeys = pushKeys;
        this.base = base;
    }

    InstanceResponse describe() {
        return new InstanceResponse(
                base.authority(),
                properties.title(),
                VERSION,
                SOURCE,
                properties.description(),
                new Usage(new Users(statistics.now().activeMonth())),
                new Thumbnail(base.resolve(THUMBNAIL), null, Map.of()),
                List.of(new Icon(base.resolve(ICON), "120x120")),
                properties.languages(),
                configuration(),
                new Registrations(
                        registrations.areOpen(),
                        registrations.needApproval(),
                        false,
                        null,
                        null,
                        base.resolve("/auth/sign_up")),
                Map.of("mastodon", API_VERSION),
                new Contact(properties.email(), null),
                rules.inForce());
    }

    InstanceResponse.V1 describeV1() {
        String streaming = streaming();
        Figures figures = statistics.now();
        return new InstanceResponse.V1(
                base.authority(),
                properties.title(),
                properties.description(),
                properties.description(),
                properties.email(),
                VERSION,
                streaming == null ? Map.of() : Map.of("streaming_api", streaming),
                new Stats(figures.users(), figures.statuses(), 0),
                base.resolve(THUMBNAIL),
                properties.languages(),
                registrations.areOpen(),
                registrations.needApproval(),
                false,
                configuration(),
                null,
                rules.inForce());
    }

    private Configuration configuration() {
        return new Configuration(
                new Urls(streaming(), base.resolve("/about"), null, null, null),
                new Accounts(0, 5, 30, 500, 4, 255, 255),
                new Statuses(
                        properties.postLength(),
                        4,
                        PostText.CHARACTERS_PER_URL,
                        List.of("text/plain", "text/markdown"),
                        properties.scheduleAhead().toSeconds()),
                new MediaAttachments(
                        ImageFormat.mediaTypes(), 1_500, images.maxBytes().toBytes(), images.maxPixels(), 0, 0, 0),
                new Polls(4, 50, (int) Duration.ofMinutes(5).toSeconds(), (int)
                        Duration.ofDays(31).toSeconds()),
                new Translation(properties.translation()),
                false,
                pushKeys.find().map(key -> Map.of("public_key", key)).orElse(Map.of()));
    }

    /** Where WebSockets are opened; clients append the path. Null where there are no streams. */
    private @Nullable String streaming() {
        return properties.streaming() ? (base.secure() ? "wss://" : "ws://") + base.authority() : null;
    }
}
