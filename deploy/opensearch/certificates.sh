#!/bin/sh
# Makes the certificates of a cluster, by an authority of its own:
#   deploy/opensearch/certificates.sh FOLDER NODE…
# FOLDER gets ca.pem, which clients need (OPENSEARCH_CA_FILE); a certificate and a key for each node, in the
# host name it is asked by; and one for "admin", who may do everything: it is what users.sh goes by.
# The authority's own key is left in FOLDER too: put it where only you get at it.
# A second time it makes new certificates by the same authority.
set -eu
[ $# -ge 2 ] || { echo "usage: $0 FOLDER NODE…" >&2; exit 2; }
mkdir -p "$1"
cd "$1"
shift
# Keys are read by their owner only.
umask 077

# It tells its progress where others tell their errors.
quietly() {
  openssl "$@" 2>openssl.log || { cat openssl.log >&2; exit 1; }
  rm openssl.log
}

new_key='-newkey rsa:2048 -nodes'
[ -f ca.pem ] || quietly req -x509 $new_key -keyout ca-key.pem -out ca.pem -days 3650 -subj '/CN=gov-report-search authority'
chmod 644 ca.pem

for name in "$@" admin; do
  quietly req $new_key -keyout "$name-key.pem" -out "$name.csr" -subj "/CN=$name"
  printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$name" >"$name.ext"
  quietly x509 -req -in "$name.csr" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 825 -extfile "$name.ext" -out "$name.pem"
  rm "$name.csr" "$name.ext"
  chmod 644 "$name.pem"
done
