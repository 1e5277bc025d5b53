// The command that starts the server, and why it failed. Nothing here needs VS Code.
import { findProgram, lastLine } from "../../shared/program";

export { ProgramMissing } from "../../shared/program";

export interface Settings {
  readonly path: string;
  readonly arguments: readonly string[];
}

export interface Command {
  readonly program: string;
  readonly arguments: string[];
}

/** The command that starts the server for the folders. Throws ProgramMissing. */
export function serverCommand(settings: Settings, folders: readonly string[], env: NodeJS.ProcessEnv = process.env): Command {
  return { program: findProgram(settings.path, folders, "[server]", env), arguments: ["server", ...settings.arguments] };
}

/** Why the server did not start, from what it wrote to standard error. */
export function startFailure(command: Command, stderr: string): string {
  const said = lastLine(stderr);
  if (/no such command/i.test(said)) {
    return `${command.program} is too old to serve editors. Update it with: pip install --upgrade 'notelint[server]'`;
  }
  return said ? `${command.program} did not start: ${said}` : `${command.program} did not start.`;
}
