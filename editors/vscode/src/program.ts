// Which program is run, and what is said when it cannot be. Nothing here needs VS Code.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";

export interface Settings {
  readonly path: string;
  readonly arguments: readonly string[];
}

export interface Command {
  readonly program: string;
  readonly arguments: string[];
}

/** The program cannot be found; the message says what to do. */
export class ProgramMissing extends Error {}

const INSTALL = "Install it with: pip install 'notelint[server]'";
const ENVIRONMENTS = [".venv", "venv", "env"];

/** The command that starts the server for the folders. Throws ProgramMissing. */
export function serverCommand(settings: Settings, folders: readonly string[], env: NodeJS.ProcessEnv = process.env): Command {
  return { program: findProgram(settings.path, folders, env), arguments: ["server", ...settings.arguments] };
}

function findProgram(path: string, folders: readonly string[], env: NodeJS.ProcessEnv): string {
  if (path) {
    const named = candidates(path, folders).find(isProgram);
    if (!named) {
      throw new ProgramMissing(`The setting notelint.path names ${path}, which is not a program. Correct it, or leave it empty.`);
    }
    return named;
  }
  const found = [...inEnvironments(folders, env), ...onPath(env)].find(isProgram);
  if (!found) {
    throw new ProgramMissing(
      `notelint was not found, neither in a virtual environment of this folder nor on the PATH. ${INSTALL}, or name the program in the setting notelint.path.`,
    );
  }
  return found;
}

function candidates(path: string, folders: readonly string[]): string[] {
  const full = path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
  return folders.length > 0 ? folders.map((folder) => resolve(folder, full)) : [resolve(full)];
}

function inEnvironments(folders: readonly string[], env: NodeJS.ProcessEnv): string[] {
  const environments = folders.flatMap((folder) => ENVIRONMENTS.map((name) => join(folder, name)));
  if (env.VIRTUAL_ENV) {
    environments.push(env.VIRTUAL_ENV);
  }
  return environments.map((folder) => (process.platform === "win32" ? join(folder, "Scripts", "notelint.exe") : join(folder, "bin", "notelint")));
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  const name = process.platform === "win32" ? "notelint.exe" : "notelint";
  return (env.PATH ?? env.Path ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Why the server did not start, from what it wrote to standard error. */
export function startFailure(command: Command, stderr: string): string {
  const said = stderr.trim().split("\n").filter((line) => line.trim() !== "").at(-1) ?? "";
  if (/no such command/i.test(said)) {
    return `${command.program} is too old to serve editors. Update it with: pip install --upgrade 'notelint[server]'`;
  }
  return said ? `${command.program} did not start: ${said}` : `${command.program} did not start.`;
}
