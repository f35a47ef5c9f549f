// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeSettingsTest {
    private static final Map<String, String> SAFE = Map.of(
            "cofactor.database.url", "jdbc:postgresql://127.0.0.1:5432/cofactor",
            "cofactor.database.username", "cofactor",
            "cofactor.database.password", "hunter2",
            "cofactor.url", "https://cofactor.example.org",
            "cofactor.proxy", "127.0.0.1",
            "cofactor.root-key.file", "/etc/cofactor/root.key");

    @Test
    void aSafeSetUpIsTaken() {
        assertThat(reasons(SAFE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cofactor.url               |                                         | COFACTOR_URL is missing
                    cofactor.url               | http://cofactor.example.org             | COFACTOR_URL must be https
                    cofactor.url               | https://cofactor.example.org/vault      | COFACTOR_URL must be https
                    cofactor.url               | https://u:p@cofactor.example.org        | COFACTOR_URL must be https
                    cofactor.proxy             |                                         | there is no TLS
                    cofactor.tls.certificate   | cert.pem                                | go together
                    cofactor.tls.key           | key.pem                                 | go together
                    cofactor.root-key.file     |                                         | COFACTOR_ROOT_KEY_FILE is missing
                    cofactor.root-key.credential | root-key                              | there is one root key
                    cofactor.root-key.aws-kms.key-id | arn:aws:kms:a:1:key/1             | there is one root key
                    cofactor.database.username |                                         | COFACTOR_DATABASE_USERNAME is missing
                    cofactor.database.url      | postgres://127.0.0.1/cofactor           | must be like jdbc:postgresql
                    cofactor.database.url      | jdbc:postgresql://db.example/cofactor   | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=require  | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://localhost.evil/c      | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://localhost:5432,127.0.0.1:5433/c | targetServerType=primary
                    cofactor.database.url      | jdbc:postgresql://localhost,db/c?targetServerType=primary | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://127.0.0.1,db/c?targetServerType=primary | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://127.0.0.1/c?PGHOST=db | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://127.0.0.1/c?socketFactory=x | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?ssl=true         | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-ca | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-full&sslmode=disable | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?ApplicationName=sslmode=verify-full | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/sslmode=verify-full | sslmode=verify-full
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory | takes it back
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-full&sslhostnameverifier=x | takes it back
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-full&socketFactory=x | takes it back
                    cofactor.database.url      | jdbc:postgresql://db/c?sslmode=verify-full&gssEncMode=prefer | takes it back
                    cofactor.database.url      | jdbc:postgresql://db:5432x/c            | not an address
                    cofactor.database.url      | jdbc:postgresql://127.0.0.1/c?password=hunter2 | holds a password
                    cofactor.database.owner-username | owner                             | must not know the owner
                    """)
    void eachUnsafeSettingIsNamed(String key, String value, String reason) {
        Map<String, String> settings = new HashMap<>(SAFE);
        if (value == null) {
            settings.remove(key);
        } else {
            settings.put(key, value);
        }
        assertThat(reasons(settings))
                .singleElement()
                .asString()
                .contains(reason)
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/c",
                "jdbc:postgresql://[::1]:5432/c?ApplicationName=x",
                "jdbc:postgresql://db/c?sslmode=verify-full",
                "jdbc:postgresql://a:1,b:2/c?targetServerType=primary&sslmode=verify-full&sslrootcert=/ca.pem",
                "jdbc:postgresql://db/c?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
            })
    void aDatabaseThatNobodyCanStandInForWillDo(String url) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put("cofactor.database.url", url);
        assertThat(reasons(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cofactor.root-key.credential", "cofactor.root-key.aws-kms.key-id"})
    void eachOtherPlaceOfTheRootKeyWillDo(String place) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.remove("cofactor.root-key.file");
        settings.put(place, "root-key");
        assertThat(reasons(settings)).isEmpty();
    }

    @Test
    void allReasonsAreSaidAtOnce() {
        assertThat(reasons(Map.of("cofactor.database.url", "jdbc:postgresql://db/c")))
                .hasSize(5);
    }

    @Test
    void aLoginNeverPrintsItsPassword() {
        assertThat(new Settings.Login("cofactor", "hunter2").toString()).doesNotContain("hunter2");
    }

    private static List<String> reasons(Map<String, String> settings) {
        return UnsafeSettings.of(new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(Settings.class)
                .build()
                .getConfigMapping(Settings.class));
    }
}
