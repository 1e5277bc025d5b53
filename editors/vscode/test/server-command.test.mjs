import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import program from "../dist/server-command.js";

const { ProgramMissing, serverCommand, startFailure } = program;
const posix = { skip: process.platform === "win32" ? "files named notelint.exe would be needed" : false };

function folderWith(...files) {
  const folder = mkdtempSync(join(tmpdir(), "notelint-"));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "#!/bin/sh\n");
    chmodSync(join(folder, file), 0o755);
  }
  return folder;
}

const settings = (path = "", ...more) => ({ path, arguments: more });

test("the virtual environment of the folder comes before the PATH", posix, () => {
  const folder = folderWith(".venv/bin/notelint");
  const other = folderWith("notelint");
  assert.equal(serverCommand(settings(), [folder], { PATH: other }).program, join(folder, ".venv/bin/notelint"));
});

test("the second folder may hold the environment, and it may be called venv", posix, () => {
  const [first, second] = [folderWith(), folderWith("venv/bin/notelint")];
  assert.equal(serverCommand(settings(), [first, second], {}).program, join(second, "venv/bin/notelint"));
});

test("an activated environment comes before the PATH", posix, () => {
  const [active, other] = [folderWith("bin/notelint"), folderWith("notelint")];
  assert.equal(serverCommand(settings(), [], { VIRTUAL_ENV: active, PATH: other }).program, join(active, "bin/notelint"));
});

test("the setting comes first, and may start at the folder", posix, () => {
  const folder = folderWith(".venv/bin/notelint", "tools/notelint");
  assert.equal(serverCommand(settings("tools/notelint"), [folder], {}).program, join(folder, "tools/notelint"));
});

test("more arguments follow the command", posix, () => {
  const folder = folderWith("notelint");
  assert.deepEqual(serverCommand(settings("", "--tcp", "localhost:9"), [], { PATH: folder }).arguments, ["server", "--tcp", "localhost:9"]);
});

test("a missing program is told with what to do", () => {
  assert.throws(
    () => serverCommand(settings(), [folderWith()], { PATH: "" }),
    (error) => error instanceof ProgramMissing && /pip install 'notelint\[server\]'/.test(error.message) && /settings/.test(error.message),
  );
});

test("a wrong path in the settings is not replaced silently", posix, () => {
  const folder = folderWith(".venv/bin/notelint");
  assert.throws(() => serverCommand(settings("/nowhere/notelint"), [folder], {}), /settings of notelint name \/nowhere\/notelint/);
});

test("a folder or a file that cannot be run is no program", posix, () => {
  const folder = folderWith(".venv/bin/notelint/inside", "venv/bin/notelint");
  chmodSync(join(folder, "venv/bin/notelint"), 0o644);
  assert.throws(() => serverCommand(settings(), [folder], {}), ProgramMissing);
});

test("why the server did not start is what it said last", () => {
  const command = { program: "notelint", arguments: ["server"] };
  assert.match(startFailure(command, "Error: No such command 'server'.\n"), /too old.*pip install --upgrade/);
  assert.match(startFailure(command, "a\nnotelint: the language server needs more packages: pip install 'notelint[server]'\n\n"), /needs more packages/);
  assert.equal(startFailure(command, ""), "notelint did not start.");
});
