#!/bin/sh
# Makes both roles and their users on a cluster, or changes them; by its REST API, as the certificate "admin".
# From the environment: OPENSEARCH_URL (the first node is asked), OPENSEARCH_CERTIFICATES (a folder that certificates.sh
# made), OPENSEARCH_USER and _PASSWORD (the site's), OPENSEARCH_ADMIN_USER and _PASSWORD (the indexer's), and
# OPENSEARCH_INDEX_PREFIX where it isn't gov_reports_.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${OPENSEARCH_INDEX_PREFIX:-gov_reports_}
# Before anything is changed.
: "${OPENSEARCH_USER:?}" "${OPENSEARCH_PASSWORD:?}" "${OPENSEARCH_ADMIN_USER:?}" "${OPENSEARCH_ADMIN_PASSWORD:?}"

# put PATH: what comes in is not on the command line, where others could read it.
put() {
  curl --silent --show-error --fail-with-body --request PUT --header 'content-type: application/json' --data-binary @- \
    --cacert "$OPENSEARCH_CERTIFICATES/ca.pem" \
    --cert "$OPENSEARCH_CERTIFICATES/admin.pem" --key "$OPENSEARCH_CERTIFICATES/admin-key.pem" \
    "${OPENSEARCH_URL%%,*}/_plugins/_security/api/$1"
  echo
}

as_json() {
  printf '"%s"' "$(printf %s "$1" | sed 's/[\\"]/\\&/g')"
}

# user NAME PASSWORD ROLE: the role has the name of the indexes it is for.
user() {
  sed "s/gov_reports_\*/$prefix*/" "$here/$3.json" | put "roles/$prefix$3"
  printf '{"password":%s,"opendistro_security_roles":["%s"]}' "$(as_json "$2")" "$prefix$3" | put "internalusers/$1"
}

user "$OPENSEARCH_USER" "$OPENSEARCH_PASSWORD" reader
user "$OPENSEARCH_ADMIN_USER" "$OPENSEARCH_ADMIN_PASSWORD" indexer
