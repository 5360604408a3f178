package io.microblog.user.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.user.portrait.PortraitChange;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping("/api/v1")
class ProfileController {

    private final ProfileService profiles;

    ProfileController(ProfileService profiles) {
        this.profiles = profiles;
    }

    record Preferences(
            @JsonProperty("posting:default:visibility") Visibility visibility,
            @JsonProperty("posting:default:sensitive") boolean sensitive,

            @JsonProperty("posting:default:language") @Nullable
            String language,

            @JsonProperty("posting:default:quote_policy") QuotePolicy quotePolicy,
            @JsonProperty("reading:expand:media") String expandMedia,
            @JsonProperty("reading:expand:spoilers") boolean expandSpoilers,
            @JsonProperty("reading:autoplay:gifs") boolean autoplay) {}

    @GetMapping("/accounts/verify_credentials")
    @RequiresScope({"read:accounts", "profile"})
    CredentialAccount verifyCredentials(Caller caller) {
        return profiles.show(caller.requireAccount());
    }

    @PatchMapping("/accounts/update_credentials")
    @RequiresScope("write:accounts")
    CredentialAccount updateCredentials(Caller caller, @Body ProfileUpdate update) {
        return profiles.update(caller.requireAccount(), update);
    }

    @GetMapping("/profile")
    @RequiresScope({"read:accounts", "profile"})
    ProfileResponse profile(Caller caller) {
        return ProfileResponse.from(profiles.show(caller.requireAccount()));
    }

    @PatchMapping("/profile")
    @RequiresScope("write:accounts")
    ProfileResponse updateProfile(Caller caller, @Body ProfileUpdate update) {
        return ProfileResponse.from(profiles.update(caller.requireAccount(), update));
    }

    @DeleteMapping("/profile/avatar")
    @RequiresScope("write:accounts")
    CredentialAccount deleteAvatar(Caller caller) {
        return profiles.update(caller.requireAccount(), PortraitChange.REMOVAL, PortraitChange.NONE);
    }

    @DeleteMapping("/profile/header")
    @RequiresScope("write:accounts")
    CredentialAccount deleteHeader(Caller caller) {
        return profiles.update(caller.requireAccount(), PortraitChange.NONE, PortraitChange.REMOVAL);
    }

    @GetMapping("/preferences")
    @RequiresScope("read:accounts")
    Preferences preferences(Caller caller) {
        ProfileSettings settings = profiles.settings(caller.requireAccount());
        return new Preferences(
                settings.visibility(),
                settings.sensitive(),
                settings.language(),
                settings.quotePolicy(),
                "default",
                false,
                false);
    }
}
