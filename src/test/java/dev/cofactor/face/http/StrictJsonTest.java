// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    enum Colour {
        RED
    }

    record Sample(int number, String text, Colour colour, Map<String, Object> any) {}

    @BeforeEach
    void customise() {
        new StrictJson().customize(mapper);
    }

    @Test
    void whatIsPlainIsRead() throws JsonProcessingException {
        String json = "{\"number\":1,\"text\":\"a\",\"colour\":\"RED\",\"any\":{\"a\":[{}]}}";
        assertThat(mapper.readValue(json, Sample.class))
                .isEqualTo(new Sample(1, "a", Colour.RED, Map.of("a", List.of(Map.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1,\"number\":1}",
                "{\"number\":1,\"any\":{\"a\":1,\"a\":1}}",
                "{\"number\":1,}",
                "{number:1}",
                "{'number':1}",
                "{\"number\":1} // done",
                "{\"number\":NaN}",
            })
    void whatIsAmbiguousIsNotJson(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Sample.class))
                .satisfies(thrown ->
                        assertThat(SafeTrace.chain(thrown)).hasAtLeastOneElementOfType(StreamReadException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1,\"other\":1}",
                "{\"number\":1} {}",
                "{\"number\":null}",
                "{}",
                "{\"number\":1.5}",
                "{\"number\":1,\"colour\":0}",
            })
    void whatIsNotMeantIsRefused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Sample.class)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void whatIsOutOfBoundsIsNotReadToItsEnd() {
        beyond("[".repeat(33) + "]".repeat(33));
        beyond("{\"" + "n".repeat(257) + "\":1}");
        beyond("1".repeat(41));
        beyond("\"" + "s".repeat(512 * 1024 + 1) + "\"");
        beyond("[" + "1,".repeat(200_000) + "1]");
    }

    private void beyond(String json) {
        assertThatThrownBy(() -> mapper.readTree(json)).isInstanceOf(StreamConstraintsException.class);
    }
}
