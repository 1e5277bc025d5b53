// Which program is run, and what is said when it cannot be. Nothing here needs an editor.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/** The program cannot be found; the message says what to do. */
export class ProgramMissing extends Error {}

const ENVIRONMENTS = [".venv", "venv", "env"];

/**
 * The notelint that is set, or that of a virtual environment of the folders, of the active environment, of the PATH.
 * `extra` is the extra of the package that is needed, such as `[server]`. Throws ProgramMissing.
 */
export function findProgram(path: string, folders: readonly string[], extra = "", env: NodeJS.ProcessEnv = process.env): string {
  if (path) {
    const named = candidates(path, folders).find(isProgram);
    if (!named) {
      throw new ProgramMissing(`The settings of notelint name ${path}, which is not a program. Correct the path, or leave it empty.`);
    }
    return named;
  }
  const found = [...inEnvironments(folders, env), ...onPath(env)].find(isProgram);
  if (!found) {
    throw new ProgramMissing(
      "notelint was not found, neither in a virtual environment of this folder nor on the PATH. " +
        `Install it with: pip install 'notelint${extra}', or set its path in the settings.`,
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
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  // programs that are started from a desktop often lack the folder where pipx and uv install
  const home = env.HOME ? [join(env.HOME, ".local", "bin")] : [];
  return [...folders, ...home].map((folder) => join(folder, name));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The last line that a program wrote to standard error, without its name. */
export function lastLine(stderr: string): string {
  const line = stderr.split("\n").filter((one) => one.trim() !== "").at(-1) ?? "";
  return line.trim().replace(/^notelint: /, "");
}
