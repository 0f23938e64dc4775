/** The command line: commands with their options. What a command needs is loaded when it runs. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Act } from "./act.ts";
import { addCatalog, addCheck, addCompare, addDecide, addDescription, addEclipses, addExplain, addExport, addInit, addLatency, addMove, addPasses, addReconcile, addReplay, addRisk, addRun, addSchedule, addStage, addStudio, addWorker } from "./commands/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { fail, UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

const STAGE_COMMANDS = ["size", "fly", "serve", "plan", "finance"] as const;

const AFTER_HELP = `
Exit codes: 0 done, 1 internal error, 2 invalid input, 3 infeasible (the result still prints, with reasons), 130 interrupted (what was finished is kept).
Start with: dawndusk init > scenario.yaml && dawndusk run scenario.yaml`;

/** From the package's own manifest, two folders up from source and build alike, so that --version loads no stage. */
const packageVersion = (): string => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string };
  return manifest.version;
};

const programOf = (act: Act, terminal: Terminal): Command => {
  const program = new Command("dawndusk")
    .description("Designs, flies, schedules, builds out and finances compute in orbit beside compute on the ground, from one scenario file.")
    .version(packageVersion(), "-v, --version")
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: () => {}, getOutHelpWidth: () => terminal.look.width, getErrHelpWidth: () => terminal.look.width })
    .addHelpText("after", AFTER_HELP);
  addRun(program, act);
  for (const stage of STAGE_COMMANDS) addStage(program, act, stage);
  addCheck(program, act);
  addExplain(program, act);
  addCatalog(program, act);
  addCompare(program, act);
  addDecide(program, act);
  addDescription(program, act);
  addEclipses(program, act);
  addExport(program, act);
  addInit(program, act);
  addLatency(program, act);
  addMove(program, act);
  addPasses(program, act);
  addReconcile(program, act);
  addReplay(program, act);
  addSchedule(program, act);
  addRisk(program, act);
  addWorker(program, act);
  addStudio(program, act);
  return program;
};

/** Words before "--" ask for JSON, also when the line cannot be parsed. */
const wantsJson = (words: readonly string[]): boolean => {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end)).includes("--json");
};

/** Commander's own complaint: "error: unknown command 'sise'\n(Did you mean size?)". */
const usageErrorOf = (error: CommanderError): UsageError => {
  const [message, ...rest] = error.message.replace(/^error: /, "").split("\n");
  return new UsageError(message!, rest.join(" ").trim() || "dawndusk --help lists commands and options");
};

const commandsText = (program: Command): string => `commands: ${program.commands.map((c) => c.name()).join(", ")}; dawndusk --help tells more`;

/** Runs one command line (without node and script) and answers its exit code. */
export const runCommandLine = async (words: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let answer: ExitCode = EXIT.done;
  const act: Act = async (command) => {
    answer = await command(terminal);
  };
  try {
    const program = programOf(act, terminal);
    if (words.length === 0) throw new UsageError("no command", commandsText(program));
    await program.parseAsync([...words], { from: "user" });
    return answer;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    return fail(error instanceof CommanderError ? usageErrorOf(error) : error, terminal, wantsJson(words));
  }
};
