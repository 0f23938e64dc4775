/** What `schedule` may be told. */
export const JOB_FORMATS = ["swf", "sbatch", "sacct", "kubernetes", "openai-batch", "batsim", "gaia", "gavel", "azure", "mooncake", "servegen", "rates"] as const;
export type JobFormat = (typeof JOB_FORMATS)[number];

export const POLICY_NAMES = ["fcfs", "sjf", "easy", "conservative", "deadline"] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export interface ScheduleOptions {
  readonly format?: JobFormat;
  readonly nodes: string;
  readonly acceleratorsPerNode: string;
  readonly power: string;
  readonly policy: PolicyName;
  readonly estimate?: string;
  readonly inputRate?: string;
  readonly outputRate?: string;
  readonly perRequest?: string;
  readonly steps?: string;
  readonly chip: string;
  readonly job?: string;
  readonly out?: string;
  readonly json?: true;
}
