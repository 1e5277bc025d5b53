// Runs suite.js in a real VS Code that is served to a headless browser by code-server:
//   CODE_SERVER=.../code-server/out/node/entry.js CHROMIUM=/usr/bin/chromium npm run test:host
// With SCREENSHOT=file.png it takes a picture instead.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const extension = join(here, "../..");
const { CODE_SERVER, CHROMIUM = "/usr/bin/chromium", SCREENSHOT } = process.env;
if (!CODE_SERVER) {
  console.error("Set CODE_SERVER to the file out/node/entry.js of an installed code-server (npm package).");
  process.exit(2);
}

const home = realpathSync(mkdtempSync(join(tmpdir(), "notelint-host-")));
const folder = join(home, "notes");
mkdirSync(folder);
writeFileSync(join(folder, "lambda.md"), "# Lambda\n\n- AWS Lambda has a timeout of 5 minutes\n- It is recieved twice\n");
symlinkSync(join(extension, "../../.venv"), join(folder, ".venv"));
mkdirSync(join(home, "User"));
writeFileSync(
  join(home, "User/settings.json"),
  JSON.stringify({ "security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "workbench.colorTheme": "Default Light Modern", "telemetry.telemetryLevel": "off" }),
);

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await freePort();
const server = spawn(
  process.execPath,
  [CODE_SERVER, "--auth=none", `--bind-addr=127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check",
    `--user-data-dir=${home}`, `--extensions-dir=${join(home, "extensions")}`, `--config=${join(home, "config.yaml")}`, folder],
  { stdio: "inherit", env: { ...process.env, EXTENSIONS_GALLERY: "{}" } },
);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-background-networking"] });
let failed = 1;
try {
  for (let tries = 0; tries < 100 && !(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [["extensionDevelopmentPath", remote(extension)]];
  payload.push(SCREENSHOT ? ["openFile", remote(join(folder, "lambda.md"))] : ["extensionTestsPath", remote(join(here, "suite.js"))]);
  const page = await browser.newPage({ viewport: { width: 1100, height: 520 } });
  page.on("console", (message) => process.env.DEBUG && console.error(message.text()));
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  if (SCREENSHOT) {
    await page.waitForSelector(".squiggly-warning", { timeout: 60_000 });
    await page.waitForTimeout(1500);
    await page.getByText("5 minutes").first().hover({ position: { x: 240, y: 8 } });
    await page.waitForTimeout(2500);
    await page.screenshot({ path: SCREENSHOT });
    failed = 0;
  } else {
    const result = join(folder, "result.json");
    for (let tries = 0; tries < 900 && !existsSync(result); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { lines, error } = existsSync(result) ? JSON.parse(readFileSync(result, "utf8")) : { lines: [], error: "the tests did not run" };
    console.log(lines.join("\n"));
    console.log(error ?? "all passed");
    failed = error ? 1 : 0;
  }
} finally {
  await browser.close();
  server.kill();
}
process.exit(failed);
