// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "passkey_holder")
class HolderRow {
    @Id
    UUID person;

    byte[] handle;

    @SuppressWarnings("NullAway.Init")
    protected HolderRow() {} // for Hibernate
}
