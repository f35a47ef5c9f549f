#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The database's image runs this once, when it makes its cluster: two roles and a database, as src/docs/operating.md has
# them. Over the network it speaks TLS alone.
set -eu
secrets=${COFACTOR_SECRETS:-/run/secrets}
PGPASSWORD=$(cat "$secrets/superuser-password")
export PGPASSWORD

# Passwords by the environment of psql, which nobody else sees, and not by its arguments.
COFACTOR_OWNER_PASSWORD=$(cat "$secrets/owner-password") \
COFACTOR_SERVER_PASSWORD=$(cat "$secrets/database-password") \
    psql -v ON_ERROR_STOP=1 --no-psqlrc -q -U postgres -d postgres <<'SQL'
\getenv owner COFACTOR_OWNER_PASSWORD
\getenv server COFACTOR_SERVER_PASSWORD
set log_statement = 'none';
set log_min_error_statement = 'panic';
create role cofactor_owner login password :'owner';
create role cofactor login password :'server';
create database cofactor owner cofactor_owner;
revoke all on database cofactor from public;
grant connect on database cofactor to cofactor;
SQL

if [ -n "${PGDATA:-}" ]; then
    sed -i 's/^host\([[:space:]]\)/hostssl\1/' "$PGDATA/pg_hba.conf"
fi
