#!/usr/bin/env bash
# Installs Debian's python3-simpy for the bench task `schedule-peer`, when there is none.
set -e
# One at a time: two apt-gets at once refuse each other.
exec 9>"${TMPDIR:-/tmp}/dawndusk-apt.lock"
flock 9
if ! /usr/bin/python3 -c "import SimPy.Simulation" 2>/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends python3-simpy
fi
/usr/bin/python3 -c "import SimPy; print('SimPy', SimPy.__version__)"
