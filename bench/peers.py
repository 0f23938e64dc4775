"""The Python peers of bench/tasks/peers.bench.ts: CPU seconds of python-sgp4 and of Skyfield, as one line of JSON.

Arguments: a file of TLEs, satellites for states, satellites for events. Without arguments: only whether both can be imported.
"""
import json
import sys
import time

import numpy
from sgp4 import api
from skyfield import VERSION
from skyfield.api import EarthSatellite, load, wgs84

if len(sys.argv) == 1:
    sys.exit()
file, states, seen = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
lines = [line.rstrip() for line in open(file)]
pairs = [(a, b) for a, b in zip(lines, lines[1:]) if a.startswith("1 ") and b.startswith("2 ")]

start_jd = 2460632.5
array = api.SatrecArray([api.Satrec.twoline2rv(*pair) for pair in pairs[:states]])
minutes = numpy.arange(1440) / 1440.0
before = time.process_time()
errors, r, v = array.sgp4(numpy.full(1440, start_jd), minutes)
sgp4_s = time.process_time() - before

ts = load.timescale(builtin=True)
t0, t1 = ts.utc(2024, 11, 18), ts.utc(2024, 11, 19)
stations = [wgs84.latlon(-64 + 16 * i, 40 * i - 160) for i in range(9)]
satellites = [EarthSatellite(*pair, ts=ts) for pair in pairs[:seen]]
before = time.process_time()
rises = sum(int((satellite.find_events(station, t0, t1, altitude_degrees=10.0)[1] == 0).sum()) for satellite in satellites for station in stations)
events_s = time.process_time() - before

print(json.dumps({"sgp4_s": sgp4_s, "events_s": events_s, "rises": rises, "consumed": float(r.sum()), "compiled": bool(api.accelerated), "skyfield": ".".join(map(str, VERSION))}))
