#!/usr/bin/env bash
# Installs Debian's coinor-cbc for the solver's cross-check of `npm run test:full`, when there is none.
set -e
# One at a time: two apt-gets at once refuse each other.
exec 9>"${TMPDIR:-/tmp}/dawndusk-apt.lock"
flock 9
if ! command -v cbc >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends coinor-cbc
fi
cbc -quit | head -n 3
