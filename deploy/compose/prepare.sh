#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes what deploy/compose.yaml hands over as secrets, in compose/secrets beside this script, and never a second time.
# Run it as root (the files belong to the users in the containers); it needs openssl.
set -eu
umask 077
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
secrets=${1:-$here/secrets}
cofactor=10001
postgres=${POSTGRES_UID:-999}

[ "$(id -u)" -eq 0 ] || {
    echo "run it as root: what it makes belongs to other users" >&2
    exit 1
}
mkdir "$secrets" || {
    echo "$secrets is there already, and nothing in it is ever made anew" >&2
    exit 1
}
secrets=$(cd "$secrets" && pwd)
# A run that was broken off leaves nothing that looks whole.
trap 'rm -rf "$secrets"' EXIT
cd "$secrets"

for name in superuser-password owner-password database-password; do
    openssl rand -hex 32 >"$name"
done

# An authority that signs this one certificate and is then forgotten: nobody, not even root here, can make another.
ec='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
# shellcheck disable=SC2086 # options are words
openssl req -x509 $ec -days 3650 -subj '/CN=the database of Cofactor' -addext 'basicConstraints=critical,CA:true' \
    -keyout authority.key -out database-authority.pem 2>/dev/null
# shellcheck disable=SC2086
openssl req -new $ec -subj '/CN=database' -keyout database.key -out database.csr 2>/dev/null
echo 'subjectAltName=DNS:database' >names
openssl x509 -req -in database.csr -CA database-authority.pem -CAkey authority.key -CAcreateserial -days 3650 \
    -extfile names -out database.pem 2>/dev/null
rm -f authority.key database.csr names ./*.srl

# The root key and the log's, which Cofactor makes itself.
mkdir own signer
chmod 0711 .
chown "$cofactor:$cofactor" own signer
chown "$postgres" superuser-password database.key database.pem
# Both the database's image and the server read these two.
chown "$cofactor:$postgres" owner-password database-password
chmod 0440 owner-password database-password
chmod 0644 database-authority.pem database.pem
trap - EXIT
