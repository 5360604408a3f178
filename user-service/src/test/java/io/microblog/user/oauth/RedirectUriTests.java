package io.microblog.user.oauth;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUriTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icecubesapp://",
                "oauth2redirect://com.keylesspalace.tusky/",
                "mastodon-android-auth://callback",
                "megalodon-android-auth://callback",
                "moshidon-android-auth://callback",
                "focus-mastodon-android-auth://callback",
                "mastodon://joinmastodon.org/oauth",
                "tooot://instance-auth",
                "fedi://appredirect",
                "tackle://sedsoftware.com",
                "metatext://oauth.callback",
                "cx-c3-toot://oauth",
                "mona://",
                "ivory://oauth",
                "trunks://",
                "mammoth://",
                "radiant://",
                "fedilab://backtofedilab",
                "subwaytooter://oauth/",
                "tuba://auth_code",
                "space.feathr.app://oauth-callback",
                "social.coves:/callback",
                "com.example.app:/oauth2/redirect",
                "IceCubesApp://",
                "https://elk.zone/api/mastodon.social/oauth/https%3A%2F%2Felk.zone",
                "https://phanpy.social/",
                "https://example.com:8443/cb?from=a&b=c",
                "http://localhost:5173/",
                "http://elk.localhost:3000/cb",
                "http://127.0.0.1:8080/callback",
                "http://[::1]:3000/cb",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void takesWhatClientsHave(String address) {
        assertThat(RedirectUri.isAllowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ms-msdt:/id",
                "ms-msdt://",
                "ms-officecmd://x",
                "search-ms://query=x",
                "shell:startup",
                "shell://startup",
                "chrome://settings",
                "chrome-extension://abc/page.html",
                "moz-extension://abc/page.html",
                "jar:https://a.example/x.jar!/",
                "jar://x",
                "content://settings",
                "intent://scan/",
                "intent:#Intent;end",
                "feed:javascript:alert(1)",
                "feed://javascript:alert(1)",
                "view-source:https://a.example",
                "javascript:alert(1)",
                "javascript://%0aalert(1)",
                "JavaScript://%0aalert(1)",
                "vbscript:x",
                "data:text/html,x",
                "data://text/html,x",
                "blob:https://a.example/x",
                "file:///etc/passwd",
                "about:blank",
                "mailto:a@b.example",
                "tel:112",
                "itms-services://?action=download-manifest",
                "x-apple.systempreferences://",
                "x-apple-reminder://",
                "microsoft.windows.camera://",
                "com.apple.preferences://",
                "web+app://x",
                "git+ssh://a.example",
                "ws://localhost/",
                "c://windows",
                "app:callback",
                "com.example.app:callback",
                "plainname:/callback",
                "urn:ietf:wg:oauth:2.0:oob:auto",
                "urn:other",
                "http://client.example/callback",
                "http://localhost.evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://0.0.0.0/",
                "https://user@client.example/",
                "https://client.example/#fragment",
                "https://client.example/*",
                "https:///path",
                "https:client.example",
                "https://client.example\\@evil.example/",
                "app://call back",
                "app://%zz",
                "//client.example",
                "/relative",
                "://",
                ""
            })
    void refusesWhatABrowserOrSystemActsOn(String address) {
        assertThat(RedirectUri.isAllowed(address)).isFalse();
    }
}
