import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Act } from "../act.ts";
import { EXIT } from "../exit-code.ts";
import { UsageError } from "../failure.ts";
import { jsonText } from "../json-text.ts";
import { outFolder } from "../out-folder.ts";
import type { Terminal } from "../terminal.ts";

interface InitOptions {
  readonly out?: string;
  readonly ocf?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** What is not read is told as well as written. */
const dealsOf = async (folder: string, terminal: Terminal | null): Promise<string> => {
  const { initOcf } = await import("../ocf.ts");
  const { text, read } = initOcf(folder);
  if (terminal !== null && read.unsupported.length > 0) terminal.tell(`note: ${read.unsupported.length} objects are not read: the table is not whole; each is named in the text\n`);
  return text;
};

const FILE_NAME = "scenario.yaml";

const starterOf = async (template: string | undefined): Promise<string> => {
  const { init } = await import("../../scenario/index.ts");
  const starter = init(template);
  if (!starter.ok) throw new UsageError(`there is no template "${template}"`, starter.hint);
  return starter.text;
};

/** Writes a file that is not there yet. */
const writeNew = (folder: string, text: string): string => {
  const path = `${outFolder(folder)}/${FILE_NAME}`;
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new UsageError(exists ? `${path} is there already` : `${path} cannot be written`, exists ? "name another folder, or move that file away" : String(error));
  }
  return path;
};

/** `init`: a commented scenario to start from, printed or written. */
export const addInit = (program: Command, act: Act): void => {
  program
    .command("init")
    .description("a commented scenario to start from, with editor completion")
    .argument("[template]", "two-tier, ground-only or orbit-only")
    .option("--out <folder>", `write ${FILE_NAME} there instead of printing it; never over a file`)
    .option("--ocf <folder>", "instead of a scenario: the deals section of a cap table in Open Cap Format (a folder with Manifest.ocf.json)")
    .option("--json", "print one JSON document and nothing else")
    .option("--quiet", "no notes on standard error")
    .action((template: string | undefined, options: InitOptions) =>
      act(async (terminal) => {
        const text = options.ocf === undefined ? await starterOf(template) : await dealsOf(options.ocf, options.quiet === true ? null : terminal);
        const path = options.out === undefined ? null : writeNew(options.out, text);
        if (options.json === true) terminal.write(jsonText({ path, text }));
        else terminal.write(path === null ? text : `${path}\n`);
        return EXIT.done;
      }),
    );
};
