"""M/M/64 at a load of 0.9 by SimPy 2, as its manual has a queue: CPU seconds, mean wait. Called by bench/tasks/schedule-peer.bench.ts with the number of jobs."""
import json
import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

SERVERS = 64
JOBS = int(sys.argv[1])
waited = 0.0


class Job(Process):
    def run(self, servers, run_s):
        global waited
        arrived = self.sim.now()
        yield request, self, servers
        waited += self.sim.now() - arrived
        yield hold, self, run_s
        yield release, self, servers


class Source(Process):
    def run(self, servers):
        for _ in range(JOBS):
            yield hold, self, random.expovariate(0.9 * SERVERS)
            job = Job(sim=self.sim)
            self.sim.activate(job, job.run(servers, random.expovariate(1.0)))


random.seed(64)
sim = Simulation()
sim.initialize()
servers = Resource(capacity=SERVERS, sim=sim)
source = Source(sim=sim)
sim.activate(source, source.run(servers))
begun = time.process_time()
sim.simulate(until=1e12)
print(json.dumps({"cpu_s": time.process_time() - begun, "meanWait": waited / JOBS}))
