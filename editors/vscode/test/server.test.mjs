// The command that the extension makes, and the server of this repository behind it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import protocol from "vscode-languageserver-protocol/node.js";
import program from "../dist/server-command.js";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const TEXT = "# Lambda\n\n- AWS Lambda has a timeout of 5 minutes\n- It is recieved twice\n";

function connect(folder) {
  const command = program.serverCommand({ path: "", arguments: [] }, [repository]);
  const server = spawn(command.program, command.arguments, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout),
    new protocol.StreamMessageWriter(server.stdin),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("workspace/configuration", (asked) => asked.items.map(() => null));
  connection.listen();
  return { connection, server, ended: new Promise((resolve) => server.once("exit", resolve)) };
}

test("a note is checked while it is typed, and a fix is offered", { timeout: 60_000 }, async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "notelint-")));
  writeFileSync(join(folder, "lambda.md"), TEXT);
  const uri = pathToFileURL(join(folder, "lambda.md")).href;
  const { connection, server, ended } = connect(folder);
  t.after(() => server.kill());
  const shown = [];
  let news = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (sent) => {
    if (sent.uri === uri) {
      shown.push(sent.diagnostics);
      news();
    }
  });
  const until = async (wanted) => {
    while (!wanted(shown.at(-1) ?? [])) {
      await new Promise((resolve) => (news = resolve));
    }
    return shown.at(-1);
  };
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "notes" }];
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: TEXT } });
  const found = await until((diagnostics) => diagnostics.length === 2);
  assert.deepEqual(found.map((one) => one.code).sort(), ["misspelling", "outdated-value"]);

  const misspelt = found.find((one) => one.code === "misspelling");
  const actions = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri }, range: misspelt.range, context: { diagnostics: [misspelt] },
  });
  assert.ok(actions.some((one) => JSON.stringify(one.edit ?? {}).includes("received")));

  const hover = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 2, character: 34 } });
  assert.match(hover.contents.value, /30 minutes/);

  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: TEXT.replace("recieved", "received") }],
  });
  await until((diagnostics) => diagnostics.length === 1 && diagnostics[0].code === "outdated-value");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.equal(await ended, 0);
});
