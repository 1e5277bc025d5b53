// main.js is what Obsidian loads. dist/ has the same for the tests, with a stand-in for the app.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", format: "cjs", target: "es2022" };
const app = ["obsidian", "electron", "@codemirror/*"]; // the app brings these

await build({ ...shared, entryPoints: ["src/main.ts"], outfile: "main.js", external: app, minify: true });
await build({
  ...shared,
  entryPoints: ["test/with-app.ts", "src/program.ts", "src/findings.ts", "src/underlines.ts"],
  outdir: "dist",
  entryNames: "[name]",
  external: ["@codemirror/*"],
  alias: { obsidian: fileURLToPath(new URL("test/app.ts", import.meta.url)) },
});
