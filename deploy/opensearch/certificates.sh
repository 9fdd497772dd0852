#!/bin/sh
# Makes the certificates of a cluster, by an authority of its own:
#   deploy/opensearch/certificates.sh FOLDER NODE…
# FOLDER gets ca.pem, which clients need (OPENSEARCH_CA_FILE); a certificate and a key for each node, in the
# host name it is asked by; and one for "admin", which may do everything: it is what users.sh goes by.
# The authority's own key is left in FOLDER too: put it where only you get at it.
set -eu
[ $# -ge 2 ] || { echo "usage: $0 FOLDER NODE…" >&2; exit 2; }
umask 077
mkdir -p "$1"
cd "$1"
shift

key='-newkey rsa:2048 -nodes'
[ -f ca.pem ] || openssl req -x509 $key -keyout ca-key.pem -out ca.pem -days 3650 -subj '/CN=gov-report-search authority' 2>openssl.log

for name in "$@" admin; do
  openssl req $key -keyout "$name-key.pem" -out "$name.csr" -subj "/CN=$name" 2>>openssl.log
  printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$name" >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 825 -extfile "$name.ext" -out "$name.pem" 2>>openssl.log
  rm "$name.csr" "$name.ext"
done
rm -f openssl.log
