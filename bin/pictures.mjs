import { run } from "./bootstrap/run.mjs";

run("bin/pictures.ts");
