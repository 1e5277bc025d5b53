// The plugin and the stand-in that it was built with.
export { default } from "../src/main";
export { FileSystemAdapter, notices } from "./app";
