package io.microblog.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.microblog.local.engine.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the owner is only found under /proc")
class PortOwnerTests {

    @Test
    void namesTheProcessThatListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(socket.getLocalPort()))
                    .hasValue("java (pid " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void findsNobodyOnAFreePort() {
        assertThat(PortOwner.of(Ports.free())).isEmpty();
    }
}
