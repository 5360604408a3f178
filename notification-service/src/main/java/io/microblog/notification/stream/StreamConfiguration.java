package io.microblog.notification.stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

    private static final int SMALLEST = 128;

    @Bean
    HandshakeHandler handshakes() {
        return new DefaultHandshakeHandler();
    }

    /** Each connection has buffers of this size from its beginning. Clients have no use for binary messages. */
    @Bean
    ServletServerContainerFactoryBean webSockets(StreamProperties properties) {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(properties.messageBytes());
        container.setMaxBinaryMessageBufferSize(SMALLEST);
        return container;
    }
}
