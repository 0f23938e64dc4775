#!/usr/bin/env bash
# Installs Debian's libreoffice-calc-nogui for the book's cross-check of `npm run test:full`, when there is none.
set -e
# One at a time: two apt-gets at once refuse each other.
exec 9>"${TMPDIR:-/tmp}/dawndusk-apt.lock"
flock 9
if ! command -v soffice >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui
fi
soffice --version | head -n 1
