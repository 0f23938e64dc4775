#!/usr/bin/env bash
# Installs Debian's postgresql for the tests of campaigns over machines, when there is none, and prints the folder of its programs.
# No server is started and no cluster is made: tests make their own in a temporary folder.
set -e
# One at a time: two apt-gets at once refuse each other.
exec 9>"${TMPDIR:-/tmp}/dawndusk-apt.lock"
flock 9
programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1; }
if [ -z "$(programs)" ]; then
  apt-get update -qq >&2
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql >&2
fi
programs
