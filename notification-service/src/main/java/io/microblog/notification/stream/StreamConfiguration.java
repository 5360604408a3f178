package io.microblog.notification.stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

    private static final int SMALLEST = 128;
    private static final String CONNECTION_BUFFER = "2048";
    private static final String SOCKET_BUFFER = "1024";

    @Bean
    HandshakeHandler handshakes() {
        return new DefaultHandshakeHandler();
    }

    /**
     * Most connections are sockets that wait, each with two buffers of its connection and three of its socket: 40 KB by
     * Tomcat's defaults. Messages that are larger than a buffer pass in parts. Those of sockets are read when the first
     * of them is made, which no configuration comes before.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", SOCKET_BUFFER);
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", CONNECTION_BUFFER);
            connector.setProperty("socket.appWriteBufSize", CONNECTION_BUFFER);
        });
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
