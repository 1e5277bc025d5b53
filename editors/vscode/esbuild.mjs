// dist/extension.js is what VS Code loads; dist/server-command.js is the part without VS Code, for the tests.
import { build } from "esbuild";

await build({
  entryPoints: ["src/extension.ts", "src/server-command.ts"],
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  minify: true,
  legalComments: "linked",
});
