#!/usr/bin/env bash
# Installs Debian's chromium, and a font for it, for the tests in a browser, when there is none.
set -e
# One at a time: two apt-gets at once refuse each other.
exec 9>"${TMPDIR:-/tmp}/dawndusk-apt.lock"
flock 9
if command -v chromium >/dev/null; then
  chromium --version
else
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
  chromium --version
fi
