// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class ChannelSecretRows implements PanacheRepositoryBase<ChannelSecretRow, ChannelSecretRow.Key> {}
