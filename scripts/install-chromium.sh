#!/usr/bin/env bash
# Installs Debian's chromium for the browser test of `npm run test:full`, when there is none.
set -e
if command -v chromium >/dev/null; then
  chromium --version
else
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium
  chromium --version
fi
