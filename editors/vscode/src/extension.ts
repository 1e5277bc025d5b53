// The extension: one server for all folders of the window.
import { type ChildProcess, spawn } from "node:child_process";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { type Command, ProgramMissing, serverCommand, startFailure } from "./server-command";

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
let changes: Promise<void> = Promise.resolve();

/** What tests see of the extension. */
export interface Api {
  readonly ready: () => Promise<boolean>;
}

export function activate(context: vscode.ExtensionContext): Api {
  output = vscode.window.createOutputChannel("notelint", { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("notelint.restart", restart),
    vscode.commands.registerCommand("notelint.showOutput", () => output.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("notelint.path") || event.affectsConfiguration("notelint.arguments")) {
        void restart();
      }
    }),
  );
  void restart();
  return {
    ready: async () => {
      await changes;
      return client?.isRunning() ?? false;
    },
  };
}

export async function deactivate(): Promise<void> {
  await changes;
  await stop();
}

/** One after the other: a server that is starting cannot be stopped. */
function restart(): Promise<void> {
  changes = changes.then(stop).then(start);
  return changes;
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  try {
    await old?.dispose();
  } catch (error) {
    output.warn(`The server did not stop properly: ${String(error)}`);
  }
}

async function start(): Promise<void> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === "file").map((folder) => folder.uri.fsPath);
  const settings = vscode.workspace.getConfiguration("notelint");
  let command: Command;
  try {
    command = serverCommand({ path: settings.get("path", ""), arguments: settings.get("arguments", []) }, folders);
  } catch (error) {
    if (!(error instanceof ProgramMissing)) {
      throw error;
    }
    complain(error.message);
    return;
  }
  await connect(command, folders[0]);
}

async function connect(command: Command, folder: string | undefined): Promise<void> {
  output.info(`${command.program} ${command.arguments.join(" ")}`);
  let stderr = "";
  const run = async (): Promise<ChildProcess> => {
    const server = spawn(command.program, command.arguments, { cwd: folder });
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-4000);
      output.append(text);
    });
    return server;
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "mdx" },
    ],
    outputChannel: output,
    initializationFailedHandler: () => false,
  };
  client = new LanguageClient("notelint", "notelint", run, options);
  try {
    await client.start();
  } catch {
    complain(startFailure(command, stderr));
  }
}

function complain(message: string): void {
  output.error(message);
  void vscode.window.showErrorMessage(message, "Open settings", "Show output").then((chosen) => {
    if (chosen === "Open settings") {
      void vscode.commands.executeCommand("workbench.action.openSettings", "notelint");
    } else if (chosen) {
      output.show();
    }
  });
}
