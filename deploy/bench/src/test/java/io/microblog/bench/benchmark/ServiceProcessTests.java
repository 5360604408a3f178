package io.microblog.bench.benchmark;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceProcessTests {

    @Test
    void readsHowMuchIsAlive() {
        String histogram = """
                41:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        162832       14025856  [B (java.base@25.0.1)
                   2:        154737        3713688  java.lang.String (java.base@25.0.1)
                Total        317569       17739544
                """;

        assertThat(ServiceProcess.bytesIn(histogram)).isEqualTo(17_739_544);
    }

    @Test
    void refusesWhatIsNoHistogram() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceProcess.bytesIn("Could not attach"));
    }
}
