package io.microblog.user.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.microblog.kit.security.TokenDecoders;
import io.microblog.kit.web.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** This service checks internal tokens too, with the keys at hand. */
@Configuration(proxyBeanMethods = false)
class OwnTokens {

    @Bean
    JwtDecoder callerTokens(JWKSource<SecurityContext> keys, BaseUrl base) {
        return TokenDecoders.forCallers(keys, base.value());
    }
}
