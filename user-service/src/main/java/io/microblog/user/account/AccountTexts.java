package io.microblog.user.account;

import io.microblog.kit.text.Note;
import io.microblog.kit.web.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rendering of biographies and fields. */
@Configuration(proxyBeanMethods = false)
class AccountTexts {

    @Bean
    Note note(BaseUrl base) {
        return new Note(base.uri());
    }
}
