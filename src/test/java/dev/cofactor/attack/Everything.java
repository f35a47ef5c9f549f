// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

/** A template with a field of every kind, but for its name. */
final class Everything {
    static final String FIELDS = """
            {"name": "%s", "description": "", "fields": [
             {"name": "Title", "type": "single-line", "required": true, "open": true},
             {"name": "Password", "type": "password", "required": false, "open": false,
              "password": {"shortest": 12, "classes": []}},
             {"name": "Note", "type": "multi-line", "required": false, "open": false},
             {"name": "Recovery key", "type": "recovery-key", "required": false, "open": false},
             {"name": "File", "type": "file", "required": false, "open": false},
             {"name": "Codes", "type": "backup-codes", "required": false, "open": false},
             {"name": "OTP", "type": "seed", "required": false, "open": false, "otp": {"kinds": ["totp"],
              "digits": [6], "periods": [30], "algorithms": ["SHA1"], "step": "shared", "leastLife": 5}}]}""";

    private Everything() {}
}
