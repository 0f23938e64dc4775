/** CPU time of this process, user and system, that some work takes. */
export const timed = async <T>(work: () => Promise<T>): Promise<{ readonly cpu_s: number; readonly result: T }> => {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu_s: (user + system) / 1e6, result };
};
