// Runs inside VS Code, with its real API: what a user of the extension sees.
const assert = require("node:assert/strict");
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

async function until(wanted, what) {
  for (let tries = 0; tries < 600; tries++) {
    const found = await wanted();
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

async function check(folder, report) {
  const uri = vscode.Uri.file(join(folder, "lambda.md"));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const codes = () => vscode.languages.getDiagnostics(uri).map((one) => (typeof one.code === "object" ? one.code.value : one.code)).sort();

  const extension = await until(() => vscode.extensions.getExtension("notelint.notelint"), "the extension");
  assert.equal(await (await extension.activate()).ready(), true);
  report("the server runs");

  await until(() => codes().join() === "misspelling,outdated-value", "two findings");
  report("findings are shown");

  const misspelt = vscode.languages.getDiagnostics(uri).find((one) => one.range.start.line === 3);
  const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, misspelt.range);
  const fix = actions.find((one) => one.isPreferred && one.edit);
  assert.ok(fix, `no preferred action among: ${actions.map((one) => one.title).join(", ")}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  assert.match(document.lineAt(3).text, /received/);
  await until(() => codes().join() === "outdated-value", "the finding to go");
  report("a fix is made, and its finding goes");

  const at = new vscode.Position(2, document.lineAt(2).text.indexOf("5 minutes") + 1);
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, at);
  assert.match(hovers.flatMap((one) => one.contents).map((one) => one.value ?? one).join("\n"), /30 minutes/);
  report("the hover shows the canonical value");

  await editor.edit((edit) => edit.replace(new vscode.Range(2, 0, 2, document.lineAt(2).text.length), "- AWS Lambda has a timeout of 30 minutes"));
  await until(() => codes().length === 0, "no findings");
  report("typing is followed");

  await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, "\n- Seperate things\n"));
  await until(() => codes().join() === "misspelling", "the finding of the new line");
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const all = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, whole, "source.fixAll.notelint");
  assert.ok(all.length > 0, "no action fixes all");
  report("all safe fixes are offered as one action");

  const settings = vscode.workspace.getConfiguration("notelint");
  await settings.update("path", "nowhere/notelint", vscode.ConfigurationTarget.Workspace);
  await until(async () => !(await extension.exports.ready()), "the server to end");
  await settings.update("path", undefined, vscode.ConfigurationTarget.Workspace);
  await until(() => extension.exports.ready(), "the server to come back");
  report("a wrong path stops the server, and a right one starts it");

  await vscode.commands.executeCommand("notelint.restart");
  assert.equal(await extension.exports.ready(), true);
  report("the server restarts");
}

exports.run = async () => {
  const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
  const lines = [`VS Code ${vscode.version}`];
  let error;
  try {
    await check(folder, (line) => lines.push(`ok: ${line}`));
  } catch (failure) {
    error = String(failure.stack ?? failure);
  }
  writeFileSync(join(folder, "result.json"), JSON.stringify({ lines, error }));
  if (error) {
    throw new Error(error);
  }
};
