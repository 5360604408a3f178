package io.microblog.gateway.edge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLineTests {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/statuses, /api/v1/statuses",
        "/a?q=x&id[]=1, /a?q=x&id[]=1",
        "/a?q=a|b, /a?q=a%7Cb",
        "/a?q=<b>\\, /a?q=%3Cb%3E%5C",
        "/a?q={x}^`, /a?q=%7Bx%7D%5E%60",
        "/a\\b?q=x, /%5C",
        "\\a, /%5C"
    })
    void settlesHowAnAddressIsRead(String received, String settled) {
        assertThat(RequestLine.settle(received)).isEqualTo(settled);
    }
}
