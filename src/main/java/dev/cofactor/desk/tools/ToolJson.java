// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cofactor.engine.otp.Parameters;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the tools answer. The names are Gentlent's where it has them. */
final class ToolJson {
    private ToolJson() {}

    /** What comes of one question about one-time passwords. None of them prints. */
    sealed interface Answer {}

    /** @param period of those by time, and {@code counter} of the others */
    @JsonInclude(NON_NULL)
    record Common(
            String algorithm,
            int digits,
            @Nullable Integer period,
            @Nullable Long counter,
            String type) {
        static Common of(Parameters parameters) {
            boolean timed = parameters.kind().isTimed();
            return new Common(
                    parameters.algorithm().name(),
                    parameters.digits(),
                    timed ? parameters.period() : null,
                    timed ? null : parameters.counter(),
                    parameters.kind().word());
        }
    }

    record Made(
            @JsonUnwrapped Common common,
            String issuer,
            String label,
            @JsonProperty("otp_url") String otpUrl,
            @JsonProperty("qrcode_url") String qrcodeUrl,
            String secret)
            implements Answer {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Codes(
            @JsonUnwrapped Common common,
            @JsonProperty("otp_codes") Map<String, String> otpCodes,
            String secret) implements Answer {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * @param offset how far from here the code was right, and {@code step} (or {@code matched}, a counter) where: absent if nowhere
     * @param remembered always false: the same code is right again when it is asked about again
     */
    @JsonInclude(NON_NULL)
    record Checked(
            @JsonUnwrapped Common common,
            boolean valid,
            @Nullable Long offset,
            @Nullable Long step,
            @Nullable Long matched,
            int window,
            boolean remembered)
            implements Answer {
        static Checked of(Parameters parameters, int window, long here, OptionalLong found) {
            boolean timed = parameters.kind().isTimed();
            @Nullable Long at = found.isPresent() ? found.getAsLong() : null;
            return new Checked(
                    Common.of(parameters),
                    at != null,
                    at == null ? null : at - here,
                    timed ? at : null,
                    timed ? null : at,
                    window,
                    false);
        }
    }

    /** @param picture a {@code data:} URI of a PNG */
    record Drawn(String type, int scale, String picture) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
