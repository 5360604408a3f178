package io.microblog.bench.benchmark;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceProcessTests {

    @Test
    void sumsUpGenerations() {
        String heap = """
                41:
                 DefNew     total 9216K, used 1000K [0x00000000fec00000, 0x00000000ff600000, 0x00000000ff600000)
                  eden space 8192K,  12% used [0x00000000fec00000, 0x00000000fecfa000, 0x00000000ff400000)
                  from space 1024K,   0% used [0x00000000ff400000, 0x00000000ff400000, 0x00000000ff500000)
                 Tenured    total 20480K, used 2500K [0x00000000fe000000, 0x00000000ff400000, 0x00000000fec00000)
                 Metaspace       used 9100K, committed 9256K, reserved 1114112K
                  class space    used 900K, committed 1000K, reserved 1048576K
                """;

        assertThat(ServiceProcess.usedIn(heap)).isEqualTo(3_500);
    }

    @Test
    void readsRegions() {
        String heap = """
                 garbage-first heap   total reserved 262144K, committed 20480K, used 2048K [0x00000000f0000000, 0x0000000100000000)
                  region size 1024K, 2 young (2048K), 0 survivors (0K)
                 Metaspace       used 91K, committed 256K, reserved 1114112K
                """;

        assertThat(ServiceProcess.usedIn(heap)).isEqualTo(2_048);
    }
}
