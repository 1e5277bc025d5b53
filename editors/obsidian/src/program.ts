// Runs notelint on the text of a note that may not be saved. Nothing here needs Obsidian.
import { spawn } from "node:child_process";
import { findProgram, lastLine } from "../../shared/program";

export { ProgramMissing } from "../../shared/program";

/** The program could not run; the message is what it said. */
export class RunFailed extends Error {}

/** A vault and the settings that matter for a run. */
export interface Vault {
  readonly folder: string;
  readonly program: string;
}

const TIMEOUT = 60_000; // milliseconds

export function checkArguments(note: string): string[] {
  return ["check", "--output-format", "json", "--stdin-filename", note, "-"];
}

export function fixArguments(note: string): string[] {
  return ["check", "--fix", "--stdin-filename", note, "-"];
}

export function factsArguments(): string[] {
  return ["facts", "--output-format", "json", "-"];
}

/** What the program prints for the text. Throws ProgramMissing and RunFailed. */
export function run(vault: Vault, args: readonly string[], text: string): Promise<string> {
  const program = findProgram(vault.program, [vault.folder]);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: vault.folder, timeout: TIMEOUT });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (part: string) => (stdout += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => (stderr += part));
    child.once("error", (error) => reject(new RunFailed(error.message)));
    child.once("close", (code) => {
      if (code === 0 || code === 1) {
        resolve(stdout); // 1: there are findings
      } else {
        reject(new RunFailed(lastLine(stderr) || "notelint was stopped before it had finished."));
      }
    });
    child.stdin.on("error", () => undefined); // the program has ended; `close` says why
    child.stdin.end(text);
  });
}
